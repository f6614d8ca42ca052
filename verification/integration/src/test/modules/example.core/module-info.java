module example.core {

	requires io.github.connectapi.core;
	requires io.github.connectapi.test;

}
