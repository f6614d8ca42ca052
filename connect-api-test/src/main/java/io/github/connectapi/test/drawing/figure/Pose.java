package io.github.connectapi.test.drawing.figure;

import java.util.List;
import java.util.stream.DoubleStream;

import io.github.connectapi.test.Internal;

/**
 * A pose of a person: the joints in units, of which a person is 100 high. The origin is
 * between the feet, and the person looks to the right.
 *
 * @param joints x and y of hip, shoulder and head, then of knee and foot of both legs,
 * then of elbow and hand of both arms
 */
@Internal
public record Pose(List<Double> joints) {

	public static final Pose STAND = of(0, -48, 0, -78, 1, -91, 2, -25, 4, 0, -3, -25, -4, 0, 8, -63, 8, -47, -8, -63,
			-7, -47);

	public static final Pose WALK = of(0, -48, 2, -78, 4, -91, 9, -26, 14, -1, -4, -24, -15, -3, 12, -62, 19, -50, -8,
			-62, -12, -46);

	public static final Pose RUN = of(0, -50, 7, -78, 11, -90, 17, -38, 10, -14, -9, -28, -28, -22, 18, -64, 27, -74,
			-6, -66, -12, -52);

	public static final Pose KICK = of(-4, -48, -9, -77, -8, -90, 10, -36, 27, -21, -8, -24, -10, 0, 6, -68, 17, -74,
			-22, -68, -33, -60);

	public static final Pose ARMS_UP = of(0, -48, 0, -78, 0, -91, 4, -25, 7, 0, -4, -25, -7, 0, 11, -92, 13, -110, -11,
			-92, -15, -108);

	public static final Pose SIT = of(0, -22, -3, -52, -2, -65, 20, -24, 22, -2, 17, -23, 18, -2, 6, -38, 14, -28, -3,
			-38, 6, -26);

	public static final Pose SIT_ON_GROUND = of(0, -8, -6, -38, -5, -51, 20, -20, 34, -2, 16, -16, 28, -1, 4, -26, 14,
			-20, -14, -22, -15, -5);

	public static final Pose GUITAR = of(0, -48, -1, -78, 0, -91, 5, -25, 8, 0, -5, -25, -8, 0, 9, -63, 22, -68, -12,
			-62, 4, -56);

	public static final Pose SING = of(0, -48, 2, -78, 4, -91, 7, -25, 10, 0, -5, -25, -8, 0, 13, -70, 12, -84, -10,
			-64, -18, -54);

	public static final Pose RIDE = of(-6, -62, 12, -84, 19, -95, 12, -44, 4, -22, 6, -36, -2, -12, 24, -70, 32, -66,
			22, -68, 31, -64);

	public static final Pose CALL = of(0, -48, 1, -78, 3, -91, 6, -25, 10, -1, -4, -24, -10, -1, 15, -68, 9, -86, -9,
			-63, -10, -48);

	public static final Pose CLIMB = of(0, -42, 2, -72, 4, -85, 9, -30, 5, -8, -6, -24, -4, -2, 12, -84, 16, -102, -8,
			-86, -9, -100);

	private static Pose of(double... joints) {
		return new Pose(DoubleStream.of(joints).boxed().toList());
	}

	double x(int joint) {
		return this.joints.get(2 * joint);
	}

	double y(int joint) {
		return this.joints.get(2 * joint + 1);
	}

}
