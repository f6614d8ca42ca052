package io.github.connectapi.samples.quickstart.readme;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;

@Service
public class Pictures {

	private final ConnectApi connect;

	public Pictures(ConnectApi connect) {
		this.connect = connect;
	}

	public List<Image> search(String phrase) {
		var options = Map.of("ItemCount", 25, "ItemStartNumber", 1);
		var request = Map.of("Query", Map.of("SearchPhrase", phrase), "ResultOptions", options);
		return this.connect.call(ConnectOperations.SEARCH_FOR_IMAGES, request, Found.class).images();
	}

	public record Found(int itemTotalCount, List<Image> images) {
	}

	public record Image(String title, String artist, String urlThumb) {
	}

}
