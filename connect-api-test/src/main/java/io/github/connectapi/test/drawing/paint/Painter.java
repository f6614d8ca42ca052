package io.github.connectapi.test.drawing.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import io.github.connectapi.test.Internal;

/**
 * Draws shapes. The shorter side of a picture has 1000 units, whatever its size in
 * pixels.
 */
@Internal
public final class Painter {

	private final Graphics2D graphics;

	/**
	 * Create a painter.
	 * @param graphics what it draws on
	 */
	public Painter(Graphics2D graphics) {
		this.graphics = graphics;
	}

	/**
	 * Fill a shape.
	 * @param shape the shape
	 * @param paint the color or gradient
	 */
	public void fill(Shape shape, Paint paint) {
		this.graphics.setPaint(paint);
		this.graphics.fill(shape);
	}

	/**
	 * Fill a rectangle.
	 */
	public void rect(double x, double y, double width, double height, Paint paint) {
		fill(new Rectangle2D.Double(x, y, width, height), paint);
	}

	/**
	 * Fill an oval.
	 */
	public void oval(double x, double y, double radiusX, double radiusY, Paint paint) {
		fill(new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY), paint);
	}

	/**
	 * Draw a line with round ends.
	 */
	public void line(double x1, double y1, double x2, double y2, double width, Paint paint) {
		stroke(new Line2D.Double(x1, y1, x2, y2), width, paint);
	}

	/**
	 * Draw the outline of a shape.
	 */
	public void stroke(Shape shape, double width, Paint paint) {
		this.graphics.setPaint(paint);
		this.graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		this.graphics.draw(shape);
	}

	/**
	 * Fill a polygon.
	 * @param paint the color or gradient
	 * @param points x and y of each corner
	 */
	public void polygon(Paint paint, double... points) {
		fill(Paths.polygon(points), paint);
	}

	/**
	 * Fill a closed shape with soft corners.
	 * @param paint the color or gradient
	 * @param points x and y of each point of its outline
	 */
	public void blob(Paint paint, double... points) {
		fill(Paths.closedCurve(points), paint);
	}

	/**
	 * Draw light around a point.
	 */
	public void glow(double x, double y, double radius, Color color, double opacity) {
		Color[] colors = { Colors.alpha(color, opacity), Colors.alpha(color, opacity * 0.35), Colors.alpha(color, 0) };
		oval(x, y, radius, radius,
				new RadialGradientPaint((float) x, (float) y, (float) radius, new float[] { 0, 0.4f, 1 }, colors));
	}

	/**
	 * Return a gradient from top to bottom.
	 */
	public static Paint vertical(double top, Color upper, double bottom, Color lower) {
		return new GradientPaint(0, (float) top, upper, 0, (float) bottom, lower);
	}

	/**
	 * Draw in other coordinates.
	 * @param x the position of the origin
	 * @param y the position of the origin
	 * @param scaleX the horizontal scale; negative to mirror
	 * @param scaleY the vertical scale
	 * @param degrees the rotation
	 * @param drawing what is drawn
	 */
	public void at(double x, double y, double scaleX, double scaleY, double degrees, Runnable drawing) {
		AffineTransform before = this.graphics.getTransform();
		this.graphics.translate(x, y);
		this.graphics.rotate(Math.toRadians(degrees));
		this.graphics.scale(scaleX, scaleY);
		drawing.run();
		this.graphics.setTransform(before);
	}

	/**
	 * Draw only within a shape.
	 * @param shape the shape
	 * @param drawing what is drawn
	 */
	public void within(Shape shape, Runnable drawing) {
		Shape before = this.graphics.getClip();
		this.graphics.clip(shape);
		drawing.run();
		this.graphics.setClip(before);
	}

	/**
	 * Draw an open curve.
	 */
	public void curve(double width, Paint paint, double... points) {
		Path2D path = Paths.openCurve(points);
		stroke(path, width, paint);
	}

}
