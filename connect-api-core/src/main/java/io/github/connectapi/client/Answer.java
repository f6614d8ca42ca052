package io.github.connectapi.client;

import org.springframework.http.HttpHeaders;

/**
 * An HTTP answer, read to its end. Never compared, so an array may be in it.
 */
@SuppressWarnings("ArrayRecordComponent")
record Answer(int httpStatus, HttpHeaders headers, byte[] body) {
}
