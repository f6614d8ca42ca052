package io.github.connectapi.test.drawing.paint;

import io.github.connectapi.test.Internal;

/**
 * A layer of a picture.
 */
@Internal
public interface Layer {

	/**
	 * Draw this layer over the ones behind it.
	 * @param frame the frame, with dice of this layer
	 */
	void draw(Frame frame);

}
