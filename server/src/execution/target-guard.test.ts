import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, isIP, type LookupFunction } from "node:net";
import { networkInterfaces } from "node:os";
import { Agent, request } from "undici";
import { readConfig } from "../config.js";
import { until } from "../testing/receiver.js";
import { guardedConnector, mayReach, TargetRefused } from "./target-guard.js";

/** Ranges as the operator writes them. */
const allow = (ranges: string) => readConfig({ TARGET_ALLOW: ranges }).targetAllow;

const HOSTILE: [what: string, address: string][] = [
  ["this host", "0.0.0.0"],
  ["this network", "0.1.2.3"],
  ["loopback", "127.0.0.1"],
  ["loopback", "127.255.255.254"],
  ["private", "10.0.0.0"],
  ["private", "10.255.255.255"],
  ["private", "172.16.0.1"],
  ["private", "172.31.255.255"],
  ["private", "192.168.0.1"],
  ["private", "192.168.255.255"],
  ["carrier-grade NAT", "100.64.0.1"],
  ["carrier-grade NAT", "100.127.255.255"],
  ["link-local", "169.254.0.1"],
  ["clouds' metadata", "169.254.169.254"],
  ["a cloud's task metadata", "169.254.170.2"],
  ["protocol assignments", "192.0.0.1"],
  ["Oracle's metadata", "192.0.0.192"],
  ["documentation", "192.0.2.1"],
  ["documentation", "198.51.100.7"],
  ["documentation", "203.0.113.255"],
  ["6to4 relays", "192.88.99.1"],
  ["benchmarking", "198.18.0.1"],
  ["benchmarking", "198.19.255.255"],
  ["multicast", "224.0.0.1"],
  ["multicast", "239.255.255.250"],
  ["reserved", "240.0.0.1"],
  ["reserved", "255.255.255.254"],
  ["broadcast", "255.255.255.255"],
  ["Alibaba's metadata", "100.100.100.200"],
  ["IPv6 unspecified", "::"],
  ["IPv6 loopback", "::1"],
  ["IPv6 loopback in full", "0:0:0:0:0:0:0:1"],
  ["IPv6 link-local", "fe80::1"],
  ["IPv6 link-local with a zone", "fe80::1%eth0"],
  ["IPv6 link-local", "febf::1"],
  ["IPv6 site-local", "fec0::1"],
  ["IPv6 unique local", "fc00::1"],
  ["IPv6 unique local", "fdff:ffff::1"],
  ["Amazon's metadata by IPv6", "fd00:ec2::254"],
  ["IPv6 multicast", "ff02::1"],
  ["IPv6 multicast of global scope", "ff0e::1"],
  ["IPv6 documentation", "2001:db8::1"],
  ["IPv6 documentation", "3fff::1"],
  ["IPv6 discard", "100::1"],
  ["IPv6 benchmarking", "2001:2::1"],
  ["ORCHID", "2001:10::1"],
  ["segment routing", "5f00::1"],
  ["IPv4-mapped loopback", "::ffff:127.0.0.1"],
  ["IPv4-mapped loopback in hex", "::ffff:7f00:1"],
  ["IPv4-mapped private", "::ffff:10.0.0.1"],
  ["IPv4-mapped metadata", "::ffff:a9fe:a9fe"],
  ["IPv4-mapped broadcast", "::ffff:255.255.255.255"],
  ["IPv4-translated loopback", "::ffff:0:127.0.0.1"],
  ["IPv4-compatible loopback", "::127.0.0.1"],
  ["IPv4-compatible loopback in hex", "::7f00:1"],
  ["IPv4-compatible private in hex", "::a00:1"],
  ["IPv4-compatible metadata in hex", "::a9fe:a9fe"],
  ["NAT64 of loopback", "64:ff9b::127.0.0.1"],
  ["NAT64 of private", "64:ff9b::a00:1"],
  ["NAT64 of metadata", "64:ff9b::a9fe:a9fe"],
  ["local NAT64 of private", "64:ff9b:1::a00:1"],
  ["6to4 of loopback", "2002:7f00:1::1"],
  ["6to4 of private", "2002:a00:1::1"],
  ["6to4 of metadata", "2002:a9fe:a9fe::1"],
  ["Teredo with a private server", "2001:0:a00:1::1"],
  ["Teredo of a private client", "2001:0:4136:e378:8000:63bf:f5ff:fffe"],
  ["IPv6 that nobody has assigned", "400::1"],
  ["IPv6 that nobody has assigned", "4000::1"],
  ["IPv6 that nobody has assigned", "e000::1"],
];

test.each(HOSTILE)("%s %s is out of reach", (_, address) => {
  expect(mayReach(address, [])).toBe(false);
});

// The neighbours of the ranges above among them.
const PUBLIC = [
  "1.1.1.1",
  "8.8.8.8",
  "93.184.215.14",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.1",
  "169.253.255.255",
  "169.255.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "192.169.0.0",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "::ffff:8.8.8.8",
  "2001:4860:4860::8888",
  "2001:200::1",
  "2003::1",
  "2400:cb00::1",
  "2606:4700:4700::1111",
  "2a00:1450:4001:81b::200e",
];

test.each(PUBLIC)("%s is public and within reach", (address) => {
  expect(mayReach(address, [])).toBe(true);
});

const ALLOWED: [ranges: string, address: string, reached: boolean][] = [
  ["10.0.0.0/8", "10.1.2.3", true],
  ["10.0.0.0/8", "::ffff:10.1.2.3", true],
  ["10.0.0.0/8", "192.168.0.1", false],
  ["10.0.0.0/8", "127.0.0.1", false],
  ["10.0.0.0/8", "64:ff9b::a01:203", false],
  ["10.0.0.0/8", "2002:a01:203::1", false],
  ["10.0.0.0/8", "8.8.8.8", true],
  ["10.1.2.3/16", "10.1.200.200", true],
  ["10.1.2.3/16", "10.2.0.1", false],
  ["10.0.0.7", "10.0.0.7", true],
  ["10.0.0.7", "10.0.0.8", false],
  ["192.168.0.0/24,172.16.0.0/12", "172.20.0.1", true],
  ["fd00::/8", "fd12:3456::1", true],
  ["fd00::/8", "fc00::1", false],
  ["fd00::/8", "10.0.0.1", false],
  ["::1", "::1", true],
  ["::1", "127.0.0.1", false],
  ["0.0.0.0/0", "127.0.0.1", true],
  ["0.0.0.0/0", "::1", false],
  ["::/0", "::1", true],
  ["::/0", "127.0.0.1", false],
  ["64:ff9b::/96", "64:ff9b::8.8.8.8", true],
];

test.each(ALLOWED)("with %s allowed, %s is within reach: %s", (ranges, address, reached) => {
  expect(mayReach(address, allow(ranges))).toBe(reached);
});

describe("a connection", () => {
  const hasIPv6 = Object.values(networkInterfaces()).some((all) =>
    all?.some(({ address }) => address === "::1"),
  );
  let server: Server;
  let connections = 0;

  beforeAll(async () => {
    server = createServer((_, response) => response.end("reached"));
    server.on("connection", () => connections++);
    server.listen(0, hasIPv6 ? "::" : "0.0.0.0");
    await once(server, "listening");
  });
  afterAll(async () => {
    server.close();
    await once(server, "close");
  });
  beforeEach(() => {
    connections = 0;
  });

  async function get(host: string, ranges: string): Promise<string> {
    const agent = new Agent({ connect: guardedConnector(allow(ranges), 2000) });
    try {
      const { port } = server.address() as AddressInfo;
      const { body } = await request(`http://${host}:${port}/`, { dispatcher: agent });
      return await body.text();
    } finally {
      await agent.destroy();
    }
  }

  const LOCAL = [
    "localhost",
    "LOCALHOST",
    "127.0.0.1",
    "127.0.0.1.",
    "127.1",
    "127.8.8.8",
    "2130706433",
    "017700000001",
    "0177.0.0.1",
    "0x7f000001",
    "0x7f.0x0.0x0.0x1",
    "%31%32%37.0.0.1",
    "①②⑦.⓪.⓪.①",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:ffff:127.0.0.1]",
  ];
  const LOCAL_BY_IPV6 = ["[::1]", "[0:0:0:0:0:0:0:1]", "[::0.0.0.1]"];
  const OTHERS = ["0.0.0.0", "0", "[::]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]"];

  test.each([...LOCAL, ...LOCAL_BY_IPV6, ...OTHERS])("to this machine by %s is never made", async (host) => {
    await expect(get(host, "")).rejects.toThrow(TargetRefused);
    await expect(get(host, "10.0.0.0/8,fd00::/8")).rejects.toMatchObject({
      code: "TARGET_NOT_ALLOWED",
      message: expect.stringContaining("TARGET_ALLOW"),
    });
    expect(connections).toBe(0);
  });

  const reachable = hasIPv6 ? [...LOCAL, ...LOCAL_BY_IPV6] : LOCAL.filter((host) => !host.startsWith("["));

  test.each(reachable)("to this machine by %s is made when 127.0.0.0/8 and ::1 are allowed", async (host) => {
    await expect(get(host, "127.0.0.0/8,::1/128")).resolves.toBe("reached");
    expect(connections).toBe(1);
  });

  describe("to a name", () => {
    /** A resolver that answers each question with the next of these. */
    function answering(...answers: string[][]) {
      const asked: string[] = [];
      const resolve: LookupFunction = (hostname, _, callback) => {
        asked.push(hostname);
        const addresses = answers[Math.min(asked.length, answers.length) - 1] ?? [];
        callback(
          null,
          addresses.map((address) => ({ address, family: isIP(address) })),
        );
      };
      return { asked, resolve };
    }

    /** Asks so often for a page under one name, each time on a connection of its own. */
    async function visits(resolve: LookupFunction, ranges: string, times: number): Promise<string[]> {
      const connect = guardedConnector(allow(ranges), 2000, resolve);
      const agent = new Agent({ connect, pipelining: 0 });
      const { port } = server.address() as AddressInfo;
      const outcomes: string[] = [];
      for (let visit = 0; visit < times; visit++) {
        const outcome = request(`http://rebinding.example:${port}/`, { dispatcher: agent }).then(
          ({ body }) => body.text(),
          (error) => String(error.code),
        );
        outcomes.push(await outcome);
      }
      await agent.destroy();
      return outcomes;
    }

    test("is looked at each time: a name that led to an allowed address and then inside is refused", async () => {
      const { asked, resolve } = answering(["127.0.0.2"], ["127.0.0.1"], ["127.0.0.2"]);
      const outcomes = await visits(resolve, "127.0.0.2/32", 3);
      expect(outcomes).toEqual(["reached", "TARGET_NOT_ALLOWED", "reached"]);
      expect(connections).toBe(2);
      // Once for each connection: the address that was looked at is the one that is taken.
      expect(asked).toEqual(Array(3).fill("rebinding.example"));
    });

    test("is looked up once for all that wait for it, so that a slow name stands in nobody's way", async () => {
      const waiting: (() => void)[] = [];
      const resolve: LookupFunction = (_, _options, callback) =>
        waiting.push(() => callback(null, [{ address: "127.0.0.2", family: 4 }]));
      const agent = new Agent({ connect: guardedConnector(allow("127.0.0.2/32"), 2000, resolve) });
      const { port } = server.address() as AddressInfo;
      const get = async (host: string) => {
        const { body } = await request(`http://${host}:${port}/`, { dispatcher: agent });
        return body.text();
      };
      const slow = Array.from({ length: 20 }, () => get("slow.example"));
      await until(() => waiting.length > 0);
      const quick = get("quick.example");
      await until(() => waiting.length > 1);
      expect(waiting).toHaveLength(2);
      waiting[1]?.();
      expect(await quick).toBe("reached");
      waiting[0]?.();
      expect(new Set(await Promise.all(slow))).toEqual(new Set(["reached"]));
      expect(waiting).toHaveLength(2);
      await agent.destroy();
    });

    test.each([
      [["127.0.0.2", "127.0.0.1"]],
      [["127.0.0.1", "127.0.0.2"]],
      [["127.0.0.2", "::ffff:10.0.0.1"]],
      [["127.0.0.2", "64:ff9b::7f00:1"]],
      [["93.184.215.14", "127.0.0.1"]],
    ])("is never made when one of its addresses is inside: %j", async (addresses) => {
      const { resolve } = answering(addresses);
      expect(await visits(resolve, "127.0.0.2/32", 1)).toEqual(["TARGET_NOT_ALLOWED"]);
      expect(connections).toBe(0);
    });
  });
});
