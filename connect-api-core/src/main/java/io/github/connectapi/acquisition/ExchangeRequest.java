package io.github.connectapi.acquisition;

/**
 * What the gate has to know of an exchange.
 *
 * @param user the hash of the user key
 * @param systemId the system id
 * @param system the hash of the system id and its password
 */
record ExchangeRequest(long user, String systemId, long system) {

}
