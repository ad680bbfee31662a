// How Web Chat and cards look, in light and dark; chat.css says the same for the page around them.
const font = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

const light = { page: '#f4f6f9', bubble: '#ffffff', line: '#dde3ea', text: '#1c2733', faint: '#5a6775', accent: '#0b5cad', own: '#0b5cad', ownText: '#ffffff', hover: '#e8f0f9' };
const dark = { page: '#11161c', bubble: '#1d252e', line: '#34404c', text: '#e8edf2', faint: '#a3b0bd', accent: '#7cb8f5', own: '#1f5f9e', ownText: '#ffffff', hover: '#27323d' };

export function chatStyle(isDark) {
  const color = isDark ? dark : light;
  return {
    accent: color.accent,
    backgroundColor: color.page,
    subtle: color.faint,
    timestampColor: color.faint,
    primaryFont: font,
    fontSizeSmall: '80%',
    rootHeight: '100%',
    rootWidth: '100%',
    paddingRegular: 12,
    paddingWide: 16,
    hideUploadButton: true,
    bubbleBackground: color.bubble,
    bubbleBorderColor: color.line,
    bubbleBorderRadius: 14,
    bubbleBorderWidth: 1,
    bubbleTextColor: color.text,
    bubbleMaxWidth: 720,
    bubbleMinHeight: 44,
    bubbleFromUserBackground: color.own,
    bubbleFromUserBorderColor: color.own,
    bubbleFromUserBorderRadius: 14,
    bubbleFromUserTextColor: color.ownText,
    markdownRespectCRLF: true,
    sendBoxBackground: color.bubble,
    sendBoxBorderTop: `1px solid ${color.line}`,
    sendBoxTextColor: color.text,
    sendBoxPlaceholderColor: color.faint,
    sendBoxButtonColor: color.accent,
    sendBoxButtonColorOnHover: color.text,
    sendBoxHeight: 52,
    sendBoxTextWrap: true,
    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: color.bubble,
    suggestedActionBackgroundColorOnHover: color.hover,
    suggestedActionBackgroundColorOnActive: color.hover,
    suggestedActionBorderColor: color.line,
    suggestedActionBorderRadius: 18,
    suggestedActionBorderWidth: 1,
    suggestedActionHeight: 38,
    suggestedActionTextColor: color.accent,
    suggestedActionTextColorOnHover: color.accent,
    suggestedActionTextColorOnActive: color.accent,
    transcriptActivityVisualKeyboardIndicatorColor: color.faint,
    scrollToEndButtonBehavior: 'any',
  };
}

const both = (plain, subtle = plain) => ({ default: plain, subtle });

export function cardStyle(isDark) {
  const color = isDark ? dark : light;
  const foreground = {
    default: both(color.text, color.faint),
    dark: both(color.text, color.faint),
    light: both(color.faint),
    accent: both(color.accent),
    good: both(isDark ? '#6fd08c' : '#1b7f3b'),
    warning: both(isDark ? '#f0c75e' : '#8a5a00'),
    attention: both(isDark ? '#ff9a8f' : '#b3261e'),
  };
  const container = backgroundColor => ({ backgroundColor, foregroundColors: foreground });
  return {
    fontFamily: font,
    supportsInteractivity: true,
    spacing: { small: 6, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 14 },
    separator: { lineThickness: 1, lineColor: color.line },
    fontSizes: { small: 13, default: 15, medium: 16, large: 19, extraLarge: 23 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    containerStyles: { default: container(color.bubble), emphasis: container(color.hover), accent: container(color.hover), good: container(color.hover), warning: container(color.hover), attention: container(color.hover) },
    actions: { maxActions: 20, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left', preExpandSingleShowCardAction: false, showCard: { actionMode: 'inline', inlineTopMargin: 8 } },
    factSet: { title: { color: 'default', size: 'default', weight: 'bolder', wrap: true, maxWidth: 150 }, value: { color: 'default', size: 'default', weight: 'default', wrap: true }, spacing: 10 },
  };
}
