/**
 * What is alike in the OpenAPI documents of all services: what records say of their components, how a call is refused,
 * and whom an operation is open to. Only what is special to an operation stands at the operation.
 */
@NullMarked
package id.tanggap.rest.openapi;

import org.jspecify.annotations.NullMarked;
