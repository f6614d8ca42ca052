package io.github.connectapi.test.drawing.figure;

import java.awt.Color;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.drawing.paint.Colors;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Painter;
import io.github.connectapi.test.drawing.paint.Paths;

/**
 * Draws a person.
 */
@Internal
public final class Person {

	private static final int HIP = 0;

	private static final int SHOULDER = 1;

	private static final int HEAD = 2;

	private final Frame frame;

	private final Painter painter;

	private final Outfit outfit;

	private final double distance;

	private Person(Frame frame, Outfit outfit, double distance) {
		this.frame = frame;
		this.painter = frame.painter();
		this.outfit = outfit;
		this.distance = distance;
	}

	/**
	 * Draw an adult.
	 * @param frame the frame
	 * @param x the position of the feet
	 * @param y the position of the feet
	 * @param height the height; negative to look to the left
	 * @param pose the pose
	 * @param outfit the outfit
	 * @param distance the distance, from 0 to 1
	 */
	public static void draw(Frame frame, double x, double y, double height, Pose pose, Outfit outfit, double distance) {
		double scale = Math.abs(height) / 100;
		Person person = new Person(frame, outfit, distance);
		frame.painter().at(x, y, Math.signum(height) * scale, scale, 0, () -> person.draw(pose, 7.6));
	}

	/**
	 * Draw a child, whose head is larger.
	 */
	public static void drawChild(Frame frame, double x, double y, double height, Pose pose, Outfit outfit,
			double distance) {
		double scale = Math.abs(height) / 100;
		Person person = new Person(frame, outfit, distance);
		frame.painter().at(x, y, Math.signum(height) * scale, scale, 0, () -> person.draw(pose, 10.5));
	}

	private void draw(Pose pose, double headRadius) {
		Color top = this.frame.lit(this.outfit.top(), this.distance);
		Color bottom = this.frame.lit(this.outfit.bottom(), this.distance);
		Color skin = this.frame.lit(this.outfit.skin(), this.distance);
		Color legs = (this.outfit.skirt() ? Colors.darker(skin, 0.1) : bottom);
		limb(pose, HIP, 9, Colors.darker(top, 0.25), skin, 5.5);
		leg(pose, 5, Colors.darker(legs, 0.25));
		leg(pose, 3, legs);
		torso(pose, top, bottom);
		head(pose, headRadius, skin);
		limb(pose, SHOULDER, 7, Colors.darker(top, 0.1), skin, 6);
	}

	private void leg(Pose pose, int knee, Color color) {
		double footX = pose.x(knee + 1);
		double footY = pose.y(knee + 1);
		this.painter.line(pose.x(HIP), pose.y(HIP), pose.x(knee), pose.y(knee), 9.5, color);
		this.painter.line(pose.x(knee), pose.y(knee), footX, footY - 2, 7, color);
		this.painter.line(footX, footY - 2, footX + 5, footY - 1.5, 4.5, this.frame.lit(0x33302E, this.distance));
	}

	private void limb(Pose pose, int side, int elbow, Color color, Color skin, double width) {
		double x = pose.x(SHOULDER) + ((side == HIP) ? -5 : 4);
		double y = pose.y(SHOULDER) + 3;
		this.painter.line(x, y, pose.x(elbow), pose.y(elbow), width, color);
		this.painter.line(pose.x(elbow), pose.y(elbow), pose.x(elbow + 1), pose.y(elbow + 1), width - 1, color);
		this.painter.oval(pose.x(elbow + 1), pose.y(elbow + 1), 2.8, 2.8, skin);
	}

	private void torso(Pose pose, Color top, Color bottom) {
		double hipX = pose.x(HIP);
		double hipY = pose.y(HIP);
		double x = pose.x(SHOULDER);
		double y = pose.y(SHOULDER);
		if (this.outfit.skirt()) {
			this.painter.blob(bottom, hipX - 6, hipY - 5, hipX + 6, hipY - 5, hipX + 12, hipY + 17, hipX, hipY + 19,
					hipX - 12, hipY + 17);
		}
		this.painter.blob(top, x - 8.5, y + 2, x - 3, y - 2, x + 4, y - 2, x + 8.5, y + 2, hipX + 6.5, hipY - 12,
				hipX + 7, hipY + 2, hipX, hipY + 4, hipX - 7, hipY + 2, hipX - 6.5, hipY - 12);
	}

	private void head(Pose pose, double radius, Color skin) {
		double x = pose.x(HEAD);
		double y = pose.y(HEAD) - (radius - 7.6);
		Color hair = this.frame.lit(this.outfit.hair(), this.distance);
		this.painter.line(pose.x(SHOULDER), pose.y(SHOULDER), x, y, 5, Colors.darker(skin, 0.12));
		if (this.outfit.longHair()) {
			this.painter.blob(hair, x - radius, y - 4, x - radius - 1.5, y + radius * 1.5, x + 1, y + radius * 1.3,
					x + 2, y - 3);
		}
		this.painter.oval(x, y, radius * 0.88, radius, skin);
		this.painter.fill(Paths.closedCurve(x - radius * 0.95, y + 2, x - radius * 0.85, y - radius * 0.8, x + 0.5,
				y - radius * 1.15, x + radius * 0.85, y - radius * 0.55, x + radius * 0.2, y - radius * 0.45,
				x - radius * 0.35, y), hair);
	}

}
