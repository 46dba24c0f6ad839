import { cronProblem, cronWords, scheduleText } from "./schedule.js";

test.each([
  ["* * * * *", "Every minute"],
  ["*/5 * * * *", "Every 5 minutes"],
  ["0 * * * *", "Every hour, on the hour"],
  ["15 * * * *", "At 15 minutes past every hour"],
  ["0,30 * * * *", "At 0 and 30 minutes past every hour"],
  ["0 */6 * * *", "Every 6 hours"],
  ["30 */6 * * *", "At 30 minutes past the hour every 6 hours"],
  ["0 9 * * *", "Every day at 09:00"],
  ["0 9 * * 1-5", "Every weekday at 09:00"],
  ["0 9 * * MON-FRI", "Every weekday at 09:00"],
  ["0 9 * * 6,0", "Every Saturday and Sunday at 09:00"],
  ["0 9 * * 6,7", "Every Saturday and Sunday at 09:00"],
  ["30 8,17 * * 1", "Every Monday at 08:30 and 17:30"],
  ["0 0 * * 1,3", "Every Monday and Wednesday at 00:00"],
  ["0 0 * * 2-4", "Every Tuesday to Thursday at 00:00"],
  ["0 0 * * 0-6", "Every day at 00:00"],
  ["0 6 1 * *", "On the 1st of every month at 06:00"],
  ["0 6 1,15,22 * *", "On the 1st, 15th, and 22nd of every month at 06:00"],
  ["0 6 1 jan,jul *", "On the 1st in January and July at 06:00"],
  ["0 6 * 6-8 *", "Every day in June to August at 06:00"],
  ["0 6 13 * 5", "On the 13th of every month and every Friday at 06:00"],
  ["*/10 9-17 * * 1-5", "Every 10 minutes from 09:00 to 17:00, on each weekday"],
  ["* 9 * * *", "Every minute between 09:00 and 09:59"],
  ["0 9-17 * * *", "Every hour from 09:00 to 17:00"],
])("%s is said as %s", (cron, words) => {
  expect(cronWords(cron)).toBe(words);
});

test.each([
  "",
  "0 9 * *",
  "0 9 * * 1-5 *",
  "60 9 * * *",
  "0 24 * * *",
  "0 9 0 * *",
  "0 9 * 13 *",
  "0 9 * * 8",
  "0 9 * * MO",
  "5/10 * * * *",
  "*/0 * * * *",
  "5-1 * * * *",
  "@daily",
])("%j is no expression, and no words are made up for it", (cron) => {
  expect(cronWords(cron)).toBeNull();
});

test.each([
  ["0 9 * * 1-5", null],
  ["0 9 * *", "Five fields"],
  ["", "Five fields"],
  ["99 * * * *", "“99” does not fit the minute, the first field: give 0 to 59"],
  ["0 24 * * *", "“24” does not fit the hour, the second field: give 0 to 23"],
  ["0 9 0 * *", "“0” does not fit the day of the month, the third field: give 1 to 31"],
  ["0 9 * 13 *", "“13” does not fit the month, the fourth field: give 1 to 12"],
  ["0 9 * * 8", "“8” does not fit the day of the week, the fifth field: give 0 to 7"],
])("of %j it is said which field is wrong: %s", (cron, problem) => {
  if (problem === null) expect(cronProblem(cron)).toBeNull();
  else expect(cronProblem(cron)).toContain(problem);
});

test("a schedule is said with its time zone, and one that cannot be read as it stands", () => {
  expect(scheduleText.words("0 9 * * 1-5", "Europe/Berlin")).toBe("Every weekday at 09:00, Europe/Berlin");
  expect(scheduleText.words("? ? ?", "UTC")).toBe("? ? ?, UTC");
});
