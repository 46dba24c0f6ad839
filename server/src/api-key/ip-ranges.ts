import { ipRangeRule } from "@postern/shared";
import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/**
 * An address or CIDR range in its one normal form: "10.1.2.3/8" becomes "10.0.0.0/8", a single address gets
 * its full length, and an IPv4-mapped IPv6 address is the IPv4 address in it. Null when it is neither.
 */
export function normalizeRange(text: string): string | null {
  const range = ipRangeRule.normalize(text);
  if (ipRangeRule.problem(range) !== null) return null;
  try {
    const [address, bits] = range.includes("/") ? parsedRange(range) : single(range);
    const network =
      address.kind() === "ipv4"
        ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`)
        : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`);
    return `${network}/${bits}`;
  } catch {
    return null;
  }
}

function parsedRange(text: string): [Address, number] {
  const [address, bits] = ipaddr.parseCIDR(text);
  return isMapped(address) && bits >= 96 ? [address.toIPv4Address(), bits - 96] : [address, bits];
}

function single(text: string): [Address, number] {
  const address = ipaddr.process(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

const isMapped = (address: Address): address is ipaddr.IPv6 =>
  address.kind() === "ipv6" && (address as ipaddr.IPv6).isIPv4MappedAddress();

/** Whether the address lies in one of the normalized ranges. No ranges at all allow every address. */
export function isAllowedIp(ip: string | null, ranges: readonly string[] | null): boolean {
  if (ranges === null || ranges.length === 0) return true;
  if (ip === null || !ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  return ranges.some((range) => {
    const [network, bits] = ipaddr.parseCIDR(range);
    return address.kind() === network.kind() && address.match(network, bits);
  });
}
