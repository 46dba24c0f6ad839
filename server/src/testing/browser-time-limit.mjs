// A browser's start and a first page on a busy machine take longer than any other test.
import.meta.jest.setTimeout(120_000);
