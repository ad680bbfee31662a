namespace ZhoushanBot.Core.Language;

/// <summary>The languages that the bot answers in.</summary>
public enum ReplyLanguage
{
    /// <summary>中文.</summary>
    Chinese,

    /// <summary>English, with the official Chinese names beside the English ones.</summary>
    English,
}

/// <summary>A wish for a language, such as "in English please" or 请用中文.</summary>
/// <param name="Language">Which.</param>
/// <param name="Span">Where the wish stands in the normalised text; what lies around it is the question proper, if any.</param>
public readonly record struct LanguageRequest(ReplyLanguage Language, TextSpan Span);
