export default async function tearDown() {
  await globalThis.posternMariaDb?.stop();
  globalThis.posternMariaDb = undefined;
}
