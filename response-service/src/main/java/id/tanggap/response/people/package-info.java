/** Who works in a government: the people that Keycloak knows, with their roles and where they belong. */
@NullMarked
package id.tanggap.response.people;

import org.jspecify.annotations.NullMarked;
