module example.fake {

	requires io.github.connectapi.test;

}
