package io.github.connectapi.test.drawing.paint;

import java.awt.geom.Path2D;

import io.github.connectapi.test.Internal;

/**
 * Creates paths from points.
 */
@Internal
public final class Paths {

	private Paths() {
	}

	/**
	 * Return a polygon.
	 * @param points x and y of each corner
	 * @return the path
	 */
	public static Path2D polygon(double... points) {
		Path2D path = new Path2D.Double();
		path.moveTo(points[0], points[1]);
		for (int i = 2; i < points.length; i += 2) {
			path.lineTo(points[i], points[i + 1]);
		}
		path.closePath();
		return path;
	}

	/**
	 * Return a closed curve through points.
	 * @param points x and y of each point
	 * @return the path
	 */
	public static Path2D closedCurve(double... points) {
		int count = points.length / 2;
		Path2D path = new Path2D.Double();
		path.moveTo(points[0], points[1]);
		for (int i = 0; i < count; i++) {
			segment(path, points, (i + count - 1) % count, i, (i + 1) % count, (i + 2) % count);
		}
		path.closePath();
		return path;
	}

	/**
	 * Return an open curve through points.
	 * @param points x and y of each point
	 * @return the path
	 */
	public static Path2D openCurve(double... points) {
		int count = points.length / 2;
		Path2D path = new Path2D.Double();
		path.moveTo(points[0], points[1]);
		for (int i = 0; i < count - 1; i++) {
			segment(path, points, Math.max(0, i - 1), i, i + 1, Math.min(count - 1, i + 2));
		}
		return path;
	}

	// Catmull-Rom: the tangent at a point is parallel to the line between its neighbors.
	private static void segment(Path2D path, double[] points, int before, int from, int to, int after) {
		double x1 = points[2 * from] + (points[2 * to] - points[2 * before]) / 6;
		double y1 = points[2 * from + 1] + (points[2 * to + 1] - points[2 * before + 1]) / 6;
		double x2 = points[2 * to] - (points[2 * after] - points[2 * from]) / 6;
		double y2 = points[2 * to + 1] - (points[2 * after + 1] - points[2 * from + 1]) / 6;
		path.curveTo(x1, y1, x2, y2, points[2 * to], points[2 * to + 1]);
	}

}
