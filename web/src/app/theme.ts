import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  parseThemeColor,
  type VariantColorsResolver,
} from "@mantine/core";
import { commonText } from "../messages/common.js";

// Mantine's own shades miss WCAG AA in many pairs. These are chosen so that, in either scheme, white text on
// a filled surface (shade 7) and coloured text on a page or on a tinted surface reach 4.5 : 1.
const teal: MantineColorsTuple = [
  "#e8f5f3",
  "#cfe9e5",
  "#a3d5cf",
  "#74c0b8",
  "#4baba2",
  "#2b958c",
  "#177f77",
  "#0b6b64",
  "#075751",
  "#044540",
];
const red: MantineColorsTuple = [
  "#fdeeee",
  "#f9d9d9",
  "#f3b4b4",
  "#f09a9a",
  "#e87575",
  "#dc5050",
  "#cb3434",
  "#b42323",
  "#961b1b",
  "#7a1414",
];
const amber: MantineColorsTuple = [
  "#fdf4e0",
  "#f9e6bd",
  "#f3cf85",
  "#ebbb57",
  "#dba02c",
  "#c08412",
  "#a36b08",
  "#855405",
  "#6e4503",
  "#573602",
];
const green: MantineColorsTuple = [
  "#ebf6ec",
  "#d2ead5",
  "#a9d6af",
  "#82c38b",
  "#58ab64",
  "#3b9249",
  "#2a7d38",
  "#1f6a2c",
  "#175523",
  "#10421a",
];

const shadeOf = (color: string, shade: number) => `var(--mantine-color-${color}-${shade})`;

const variantColorResolver: VariantColorsResolver = (input) => {
  const base = defaultVariantColorsResolver(input);
  const { color, isThemeColor } = parseThemeColor({
    color: input.color || input.theme.primaryColor,
    theme: input.theme,
  });
  if (!isThemeColor) return base;
  const text = `light-dark(${shadeOf(color, 8)}, ${shadeOf(color, 2)})`;
  const tint = (light: number, strength: number) =>
    `light-dark(${shadeOf(color, light)}, color-mix(in srgb, ${shadeOf(color, 5)} ${strength}%, transparent))`;
  switch (input.variant) {
    case "light":
      return { ...base, background: tint(0, 18), hover: tint(1, 26), color: text };
    case "subtle":
      return { ...base, hover: tint(0, 18), color: text };
    case "transparent":
      return { ...base, color: text };
    case "outline":
      return { ...base, hover: tint(0, 18), color: text, border: `1px solid ${text}` };
    default:
      return base;
  }
};

export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: 7,
  colors: { teal, red, amber, green },
  variantColorResolver,
  respectReducedMotion: true,
  cursorType: "pointer",
  defaultRadius: "sm",
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Cantarell, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  headings: {
    fontWeight: "600",
    sizes: { h1: { fontSize: "1.5rem" }, h2: { fontSize: "1.125rem" }, h3: { fontSize: "1rem" } },
  },
  components: {
    Badge: { defaultProps: { radius: "sm", tt: "none", fw: 500 } },
    Notification: { defaultProps: { closeButtonProps: { "aria-label": commonText.dismiss } } },
    Modal: { defaultProps: { transitionProps: { duration: 150, transition: "fade" } } },
  },
});

export const cssVariablesResolver: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": colors.gray[7],
    "--mantine-color-error": colors.red?.[7] ?? "",
    "--mantine-color-anchor": colors.teal?.[7] ?? "",
    "--mantine-color-placeholder": "#666d75",
    "--surface": "#ffffff",
    "--page": "#f6f7f8",
    "--code": "#f0f2f4",
    "--hint": "#22272b",
    "--hint-text": "#ffffff",
    "--line": "#dfe2e6",
    "--field-line": "#868e96",
    "--focus": colors.teal?.[7] ?? "",
    "--marked": colors.teal?.[0] ?? "",
    "--notice": colors.amber?.[0] ?? "",
    "--notice-text": colors.amber?.[8] ?? "",
    "--good": colors.green?.[0] ?? "",
    "--good-text": colors.green?.[8] ?? "",
  },
  dark: {
    "--mantine-color-body": "#16181a",
    "--mantine-color-default": "#1e2124",
    "--mantine-color-default-hover": "#282c30",
    "--mantine-color-dimmed": "#aab1b8",
    "--mantine-color-error": colors.red?.[3] ?? "",
    "--mantine-color-anchor": colors.teal?.[3] ?? "",
    "--mantine-color-placeholder": "#98a0a8",
    "--surface": "#1e2124",
    "--page": "#16181a",
    "--code": "#121416",
    "--hint": "#e8eaec",
    "--hint-text": "#16181a",
    "--line": "#33383d",
    "--field-line": "#727a82",
    "--focus": colors.teal?.[3] ?? "",
    "--marked": "#203a39",
    "--notice": "#2f2817",
    "--notice-text": colors.amber?.[2] ?? "",
    "--good": "#1a2a1d",
    "--good-text": colors.green?.[2] ?? "",
  },
});
