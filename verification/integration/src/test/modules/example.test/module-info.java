open module example.test {

	requires io.github.connectapi.spring.boot;
	requires io.github.connectapi.test;

}
