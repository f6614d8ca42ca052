package io.github.connectapi.test.drawing.scene;

import io.github.connectapi.test.drawing.paint.Frame;

/**
 * A layer of a picture.
 */
interface Layer {

	/**
	 * Draw this layer over the ones behind it.
	 * @param frame the frame, with dice of this layer
	 */
	void draw(Frame frame);

}
