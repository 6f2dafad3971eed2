/**
 * What did the world report? {@link org.ausfall.core.evidence.Evidence} holds what was read: the event, who was monitored
 * and what was seen, which companies exist and what they earn. Nothing here is believed or computed.
 */
@NullMarked
package org.ausfall.core.evidence;

import org.jspecify.annotations.NullMarked;
