package io.github.connectapi.client;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The mapper for requests and results of operations, independent of the application's: in
 * upper camel case as the Connect API has it, so that a plain record needs no annotation.
 */
final class OperationMapper {

	private OperationMapper() {
	}

	static JsonMapper create(int longestBody) {
		StreamReadConstraints limits = StreamReadConstraints.builder()
			.maxStringLength(longestBody)
			.maxNestingDepth(64)
			.maxNameLength(1024)
			.maxNumberLength(64)
			.build();
		// A buffer for reuse would keep secrets.
		JsonFactory json = JsonFactory.builder()
			.streamReadConstraints(limits)
			.recyclerPool(JsonRecyclerPools.nonRecyclingPool())
			.build();
		return JsonMapper.builder(json)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			// A result is read in the middle of an envelope, whose reader looks at the
			// end.
			.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.addModule(new SimpleModule().addDeserializer(Instant.class, new ConnectDate()))
			.build();
	}

}
