package io.github.connectapi.kotlin

import io.github.connectapi.ConnectCredentials
import io.github.connectapi.ConnectProtocolException
import io.github.connectapi.call.ConnectApi
import io.github.connectapi.client.BaseUrl
import io.github.connectapi.client.ConnectClient
import io.github.connectapi.operation.ConnectOperations.GET_IMAGE_DETAILS
import io.github.connectapi.operation.ConnectRequest
import io.github.connectapi.search.ImageSearch
import io.github.connectapi.search.SearchForImages
import io.github.connectapi.session.ConnectSessionManager
import io.github.connectapi.test.FakeConnectServer
import io.github.connectapi.test.FakeConnectServerBuilder
import io.github.connectapi.test.Fault
import java.time.OffsetDateTime
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatExceptionOfType
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.springframework.core.ParameterizedTypeReference
import tools.jackson.databind.JsonNode
import tools.jackson.databind.json.JsonMapper
import tools.jackson.module.kotlin.kotlinModule

/**
 * Data classes are requests and results without an annotation.
 */
class KotlinTypesTests {

	private val server = FakeConnectServer.start()

	private val client = ConnectClient.builder(BaseUrl.of(server.baseUrl()))
		.jsonMapper(JsonMapper.builder().addModule(kotlinModule()).build())
		.build()

	private val sessions = ConnectSessionManager.builder(client) { CREDENTIALS }.build()

	private val connect = ConnectApi.builder(client, sessions).build()

	@AfterEach
	fun close() {
		sessions.close()
		client.close()
		server.close()
	}

	@Test
	fun whenARequestIsADataClassThenItsPropertiesAreInUpperCamelCase() {
		respond("{}")
		connect.call(GET_IMAGE_DETAILS, Details(listOf("1"), isCountOnly = true), JsonNode::class.java)
		assertThat(request()).isEqualTo(json("""{"ImageIds":["1"],"IsCountOnly":true}"""))
	}

	@Test
	fun whenAPropertyIsNullThenItIsOmitted() {
		respond("{}")
		connect.call(GET_IMAGE_DETAILS, Details(listOf("1"), false, "en-US"), JsonNode::class.java)
		assertThat(request()).isEqualTo(json("""{"ImageIds":["1"],"IsCountOnly":false,"Language":"en-US"}"""))
	}

	@Test
	fun whenAResultIsADataClassThenItIsBound() {
		respond("""{"ImageId":"1","Title":"Oak","IsEditorial":true,"Keywords":["tree"],"New":1,
			"DateCreated":"/Date(1294868991374-0800)/"}""")
		assertThat(details()).isEqualTo(Image("1", "Oak", true, listOf("tree"),
			OffsetDateTime.parse("2011-01-12T13:49:51.374-08:00")))
	}

	@Test
	fun whenValuesAreAbsentThenTheyAreTheDefaults() {
		respond("""{"ImageId":"1"}""")
		assertThat(details()).isEqualTo(Image("1", null, false, listOf("none"), null))
	}

	@Test
	fun whenARequiredValueIsAbsentThenTheResultCannotBeConverted() {
		respond("""{"Title":"Oak"}""")
		assertThatExceptionOfType(ConnectProtocolException::class.java).isThrownBy { details() }
			.withMessageContaining("ImageId")
	}

	@Test
	fun whenTheResultIsGenericThenItsElementsAreDataClasses() {
		respond("""{"Items":[{"ImageId":"1"}]}""")
		val type = object : ParameterizedTypeReference<Page<Image>>() {}
		val page = connect.exchange(ConnectRequest.of(GET_IMAGE_DETAILS, Details(listOf("1"))), type).result()
		assertThat(page.items.single().imageId).isEqualTo("1")
	}

	@Test
	fun whenATypeOfTheLibraryIsUsedThenItIsBound() {
		val images = ImageSearch(connect).images(SearchForImages("tree")).limit(2).toList()
		assertThat(images).hasSize(2).allSatisfy { assertThat(it.imageId()).isNotBlank() }
	}

	private fun details(): Image = connect.call(GET_IMAGE_DETAILS, Details(listOf("1")), Image::class.java)

	private fun respond(result: String) = server.enqueue("GetImageDetails", Fault.result(result))

	private fun request(): JsonNode =
		json(server.requests("GetImageDetails").single().body()).path("GetImageDetailsRequestBody")

	private fun json(text: String): JsonNode = JsonMapper.shared().readTree(text)

	data class Details(val imageIds: List<String>, val isCountOnly: Boolean = false, val language: String? = null)

	data class Image(val imageId: String, val title: String?, val isEditorial: Boolean = false,
		val keywords: List<String> = listOf("none"), val dateCreated: OffsetDateTime? = null)

	data class Page<T>(val items: List<T>)

	private companion object {

		val CREDENTIALS: ConnectCredentials = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
			FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
			FakeConnectServerBuilder.USER_PASSWORD)

	}

}
