open module example.boot {

	requires io.github.connectapi.spring.boot;
	requires io.github.connectapi.test;

}
