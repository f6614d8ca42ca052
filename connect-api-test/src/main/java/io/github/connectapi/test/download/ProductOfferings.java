package io.github.connectapi.test.download;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.operation.OperationErrorException;
import org.jspecify.annotations.Nullable;

/**
 * The product offerings of all accounts. An account starts with one of each category.
 * Thread-safe.
 */
@Internal
public final class ProductOfferings {

	private final Map<String, AccountDownloads> accounts = new ConcurrentHashMap<>();

	private final AtomicInteger instanceIds = new AtomicInteger(5_000_000);

	private final InstantSource clock;

	public ProductOfferings(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * Return the categories of the active product offerings of an account.
	 * @param userName the user name, or the empty string for an application session
	 * @return the categories, including those whose quota is used up
	 */
	public Set<Offering> offerings(String userName) {
		Set<Offering> offerings = EnumSet.noneOf(Offering.class);
		active(userName).forEach((owned) -> offerings.add(owned.offering()));
		return offerings;
	}

	/**
	 * Return the id of the instance of a product offering of an account.
	 * @return the id, or {@code null} if an account has only one instance of the category
	 */
	public @Nullable String instanceId(String userName, Offering offering) {
		return active(userName).stream()
			.filter((owned) -> owned.offering() == offering && owned.isRoyaltyFree())
			.map(OwnedOffering::instanceIdText)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Add or replace a product offering of an account.
	 * @param userName the user name
	 * @param offering the documented name of the category
	 * @param remaining the number of remaining downloads
	 * @throws IllegalArgumentException if there is no such category or the number is
	 * negative
	 */
	public void set(String userName, String offering, int remaining) {
		if (remaining < 0) {
			throw new IllegalArgumentException("The remaining downloads must not be negative: %d".formatted(remaining));
		}
		Quota quota = quota(category(offering));
		quota.setRemaining(remaining);
		account(userName).add(quota);
	}

	/** Remove a product offering of an account, named as in {@link #set}. */
	public void remove(String userName, String offering) {
		account(userName).remove(category(offering));
	}

	/** Remove all product offerings of an account. */
	public void removeAll(String userName) {
		Arrays.stream(Offering.values()).forEach(account(userName)::remove);
	}

	/**
	 * Return the number of downloads of an account that were counted against its quota.
	 */
	public int downloadsUsed(String userName) {
		return account(userName).used();
	}

	List<OwnedOffering> active(String userName) {
		return all(userName).stream().filter((owned) -> !owned.expired()).toList();
	}

	List<OwnedOffering> all(String userName) {
		return userName.isEmpty() ? List.of() : account(userName).offerings(this.clock.instant());
	}

	List<OwnedOffering> requireActive(String userName) throws OperationErrorException {
		List<OwnedOffering> active = active(userName);
		if (active.isEmpty()) {
			throw new OperationErrorException("NoAgreement", "The user has no active agreement.");
		}
		return active;
	}

	AccountDownloads account(String userName) {
		return this.accounts.computeIfAbsent(userName, (name) -> {
			AccountDownloads account = new AccountDownloads();
			Arrays.stream(Offering.values()).forEach((offering) -> account.add(quota(offering)));
			return account;
		});
	}

	private Quota quota(Offering offering) {
		return new Quota(offering, this.instanceIds.incrementAndGet(), this.clock.instant());
	}

	private static Offering category(String name) {
		return Arrays.stream(Offering.values())
			.filter((offering) -> offering.wireName().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown product offering '%s', must be one of %s"
				.formatted(name, Arrays.stream(Offering.values()).map(Offering::wireName).toList())));
	}

}
