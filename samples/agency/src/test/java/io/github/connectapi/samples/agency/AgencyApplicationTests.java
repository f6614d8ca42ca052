package io.github.connectapi.samples.agency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.samples.agency.PersonBrowser.Page;
import io.github.connectapi.test.Fault;
import io.github.connectapi.user.ConnectSessions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the application, with a person for each test.
 */
class AgencyApplicationTests {

	private static final DemoPerson ADA = DemoPerson.of("ada", 10);

	private static final DemoPerson BEN = DemoPerson.of("ben", 20);

	private static final DemoPerson CLEO = DemoPerson.of("cleo", 30).withEnteredPassword("old-password");

	private static final DemoPerson DAN = DemoPerson.of("dan", 40).withEnteredPassword(null);

	private static final DemoPerson EVE = DemoPerson.of("eve", 50);

	private static final DemoPerson FAY = DemoPerson.of("fay", 60);

	private static final DemoPerson GUS = DemoPerson.of("gus", 70);

	private static final DemoPerson HAL = DemoPerson.of("hal", 80);

	private static final DemoPerson IDA = DemoPerson.of("ida", 90);

	private static final String PICTURE = "/pictures/90000001";

	private static RunningAgency agency;

	@BeforeAll
	static void start() {
		agency = RunningAgency.start(0, List.of(ADA, BEN, CLEO, DAN, EVE, FAY, GUS, HAL, IDA));
	}

	@AfterAll
	static void stop() {
		agency.close();
	}

	private static PersonBrowser browserOf(DemoPerson person) {
		PersonBrowser browser = new PersonBrowser(agency.port());
		assertThat(browser.logIn(person).path()).isEqualTo("/");
		return browser;
	}

	@Test
	void whenNobodyHasLoggedInThenEachPageIsRefused() {
		PersonBrowser browser = new PersonBrowser(agency.port());

		for (String path : List.of("/?phrase=tree", PICTURE, "/account", "/licenses", "/licenses/90000001/1/file")) {
			assertThat(browser.get(path).path()).isEqualTo("/login");
		}
		assertThat(browser.submit(browser.get("/login"), PICTURE, Map.of("size", "1")).path()).isEqualTo("/login");
	}

	@Test
	void whenThePasswordOfTheAgencyIsWrongThenThePersonIsNotLoggedIn() {
		PersonBrowser browser = new PersonBrowser(agency.port());

		Page page = browser.submit(browser.get("/login"), "/login",
				Map.of("username", ADA.email(), "password", ADA.gettyPassword()));

		assertThat(page.alert()).isEqualTo("The email address or the password is wrong.");
		assertThat(browser.get("/account").path()).isEqualTo("/login");
	}

	@Test
	void whenAFormIsOfAnotherSiteThenItIsRefused() {
		PersonBrowser browser = browserOf(ADA);

		Page page = browser.post("/account", Map.of("userName", "getty-mallory", "password", "secret"));

		assertThat(page.status()).isEqualTo(403);
		assertThat(browser.get("/account").html()).contains(ADA.gettyUserName()).doesNotContain("mallory");
	}

	@Test
	void whenPeopleSearchThenEachLogsInOnceWithHisOwnAccount() {
		for (DemoPerson person : List.of(ADA, BEN, ADA, BEN)) {
			PersonBrowser browser = browserOf(person);

			assertThat(browser.search("tree").pictures()).hasSize(12);
			assertThat(browser.get(PICTURE).downloadsLeft()).isEqualTo(person.downloads());
		}
		assertThat(Stream.of(ADA, BEN)).allMatch((person) -> agency.logins(person) == 1);
	}

	@Test
	void whenTheGettyPasswordIsWrongThenItIsSentOnceAndCanBeCorrected() {
		PersonBrowser browser = browserOf(CLEO);
		for (int i = 0; i < 3; i++) {
			Page page = browser.search("tree");
			assertThat(page.alert()).isEqualTo("Getty Images rejects your user name or password.");
			assertThat(page.status()).isEqualTo(409);
			assertThat(page.html()).contains("value=\"getty-cleo\"").doesNotContain("old-password");
		}
		assertThat(agency.logins(CLEO)).isOne();

		Page form = browser.enterAccount(browser.get("/account"), CLEO.gettyUserName(), "another-wrong-one");
		assertThat(form.alert()).isEqualTo("Getty Images rejects your user name or password.");
		assertThat(agency.logins(CLEO)).isEqualTo(2);

		assertThat(browser.enterAccount(form, CLEO.gettyUserName(), CLEO.gettyPassword()).path()).isEqualTo("/");
		assertThat(browser.search("tree").pictures()).isNotEmpty();
		assertThat(agency.logins(CLEO)).isEqualTo(3);
	}

	@Test
	void whenThereIsNoGettyAccountThenThePersonEntersIt() {
		PersonBrowser browser = browserOf(DAN);
		Page form = browser.search("tree");
		assertThat(form.alert()).isEqualTo("Connect your Getty Images account.");
		assertThat(browser.enterAccount(form, " ", "secret").status()).isEqualTo(400);

		assertThat(browser.enterAccount(form, DAN.gettyUserName(), DAN.gettyPassword()).path()).isEqualTo("/");
		assertThat(browser.search("tree").pictures()).isNotEmpty();
		assertThat(agency.logins(DAN)).isOne();
	}

	@Test
	void whenAPersonEntersAnotherAccountThenItIsUsedAtOnce() {
		PersonBrowser browser = browserOf(GUS);
		assertThat(browser.get(PICTURE).downloadsLeft()).isEqualTo(GUS.downloads());
		agency.server().accounts().add("getty-gus-2", "secret", null);
		agency.server().accounts().setOffering("getty-gus-2", "EasyAccess", 7);

		browser.enterAccount(browser.get("/account"), "getty-gus-2", "secret");

		assertThat(browser.get(PICTURE).downloadsLeft()).isEqualTo(7);
	}

	@Test
	void whenAPersonLogsOutThenHisSessionIsForgotten() {
		ConnectSessions sessions = agency.context().getBean(ConnectSessions.class);
		PersonBrowser browser = browserOf(EVE);
		browser.search("tree");
		String id = id(EVE);
		assertThat(sessions.snapshot(id)).isPresent();

		assertThat(browser.logOut().html()).contains("You have logged out.");

		assertThat(sessions.snapshot(id)).isEmpty();
		assertThat(browser.search("tree").path()).isEqualTo("/login");
	}

	@Test
	void whenAPictureIsLicensedThenItIsOfThisPersonAndNotBoughtAgain() {
		PersonBrowser browser = browserOf(HAL);
		Page picture = browser.get("/pictures/90000002");
		Page licenses = browser.license(picture);
		assertThat(licenses.path()).isEqualTo("/licenses");
		assertThat(browser.file(licenses)).startsWith(0xff, 0xd8);
		assertThat(agency.downloads(HAL)).isOne();

		assertThat(browser.license(picture).alert())
			.isEqualTo("See your licenses: there is a purchase of this picture.");
		assertThat(agency.downloads(HAL)).isOne();
		String file = licenses.file();
		assertThat(browserOf(ADA).get(file).status()).isEqualTo(404);
		assertThat(browserOf(ADA).get("/licenses").html()).contains("You have not licensed a picture.");
	}

	@Test
	void whenAPurchaseIsUnclearThenItIsRecordedAndNotRepeated() {
		PersonBrowser browser = browserOf(FAY);
		Page picture = browser.get(PICTURE);
		agency.server().enqueue("CreateDownloadRequest", Fault.status(500));

		assertThat(browser.license(picture).alert()).startsWith("It is not known whether the picture was licensed.");

		assertThat(browser.get("/licenses").html()).contains("it is not known whether it is licensed");
		Page again = browser.license(picture);
		assertThat(again.alert()).startsWith("See your licenses");
		assertThat(again.html()).contains("href=\"/licenses\"");
		assertThat(agency.downloads(FAY)).isZero();
	}

	@Test
	void whenAPasswordIsStoredThenItIsEncrypted() {
		List<byte[]> stored = agency.context()
			.getBean(JdbcClient.class)
			.sql("select getty_password from person where getty_password is not null")
			.query(byte[].class)
			.list();

		assertThat(stored).isNotEmpty()
			.allSatisfy((password) -> assertThat(new String(password, StandardCharsets.ISO_8859_1))
				.doesNotContain("password"));
	}

	@Test
	void whenAPageIsShownThenItNeedsNoScriptAndFitsAPhone() {
		PersonBrowser browser = browserOf(ADA);

		for (String path : List.of("/?phrase=tree", PICTURE, "/account", "/licenses", "/login")) {
			assertThat(browser.get(path).html()).doesNotContain("<script", "style=", "onclick")
				.contains("width=device-width");
		}
	}

	@Test
	void whenUsedLikeTheExampleWithoutSpringBootThenThePersonHasASession() {
		var context = agency.context();

		assertThat(ManyUsersWithoutSpringBoot.search(context.getBean(ConnectClient.class),
				context.getBean(ConnectApi.class), context.getBean(GettyAccounts.class), id(IDA)))
			.isPositive();
		assertThat(agency.logins(IDA)).isOne();
	}

	private static String id(DemoPerson person) {
		return agency.context()
			.getBean(JdbcClient.class)
			.sql("select id from person where email = ?")
			.param(person.email())
			.query(String.class)
			.single();
	}

}
