/**
 * How that which callers send is read, in a body and beside it: by one rule for each kind of value, so that no value comes
 * in that no case can have.
 */
@NullMarked
package id.tanggap.rest.sent;

import org.jspecify.annotations.NullMarked;
