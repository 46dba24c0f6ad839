import { type LookupAddress, lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { buildConnector } from "undici";
import type { AddressRange } from "../config-values.js";

/** A target's address that deliveries may not reach. */
export class TargetRefused extends Error {
  readonly code = "TARGET_NOT_ALLOWED";

  constructor(address: string) {
    super(
      `The address ${address} is not public. If workflows are meant to reach it, the operator adds it to TARGET_ALLOW.`,
    );
  }
}

/** Where IANA assigns global unicast addresses; what lies outside may hold an IPv4 address, as ::7f00:1 does. */
const GLOBAL_IPV6: AddressRange = ipaddr.parseCIDR("2000::/3");

/** Global unicast addresses, and what the operator allows; nothing inside the network by itself. */
export function mayReach(address: string, allowed: AddressRange[]): boolean {
  const parsed = ipaddr.process(address); // an IPv4-mapped IPv6 address counts as the IPv4 address in it
  if (allowed.some((range) => parsed.kind() === range[0].kind() && parsed.match(range))) return true;
  return parsed.range() === "unicast" && (parsed.kind() === "ipv4" || parsed.match(GLOBAL_IPV6));
}

/**
 * Connects only to addresses that deliveries may reach. It looks when the connection is made and takes the
 * very address it looked at, so neither a redirect nor a name that changes its mind gets past. `resolve` finds a
 * name's addresses; the system does, unless a test wants a name of its own.
 */
export function guardedConnector(
  allowed: AddressRange[],
  timeoutMs: number,
  resolve: LookupFunction = lookup,
): buildConnector.connector {
  const addressesOf = onceAtATime(resolve);
  const connect = buildConnector({
    timeout: timeoutMs,
    lookup(hostname, options, callback) {
      const found = (addresses: LookupAddress[]) => {
        const refused = addresses.find(({ address }) => !mayReach(address, allowed));
        if (refused || options.all) {
          return callback(refused ? new TargetRefused(refused.address) : null, addresses);
        }
        const [first] = addresses;
        callback(null, first?.address ?? "", first?.family);
      };
      addressesOf(hostname).then(found, (error) => callback(error, []));
    },
  });
  return (options, callback) => {
    // A host written as an address is never looked up. The URL parser has made its spelling plain already.
    const host = options.hostname.replace(/^\[|\]$/g, "");
    if (isIP(host) !== 0 && !mayReach(host, allowed)) return callback(new TargetRefused(host), null);
    connect(options, callback);
  };
}

/**
 * The addresses of a name; whoever asks while the same question is out waits for the same answer. Node looks up
 * two names at a time (libuv's limit for slow work), so a name that takes long must not stand in that queue as
 * often as deliveries to it wait.
 */
function onceAtATime(resolve: LookupFunction): (hostname: string) => Promise<LookupAddress[]> {
  const underWay = new Map<string, Promise<LookupAddress[]>>();
  return (hostname) => {
    const asked =
      underWay.get(hostname) ??
      new Promise<LookupAddress[]>((found, failed) => {
        resolve(hostname, { all: true }, (error, addresses) =>
          error ? failed(error) : found(addresses as LookupAddress[]),
        );
      }).finally(() => underWay.delete(hostname));
    underWay.set(hostname, asked);
    return asked;
  };
}
