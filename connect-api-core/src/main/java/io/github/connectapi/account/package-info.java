/**
 * Types for what a customer has: GetPreviousPurchases, GetActiveProductOfferings and
 * GetAllProductOfferings.
 */
@NullMarked
package io.github.connectapi.account;

import org.jspecify.annotations.NullMarked;
