using Microsoft.Extensions.Options;

namespace ZhoushanBot.SignIn;

/// <summary>Signing in by OpenID Connect, so that the chat page knows who speaks. Section <c>SignIn</c>; all empty: no sign-in.</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>The issuer, such as https://login.example/realm; its metadata lies below it.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Id by which the issuer knows this service.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Secret that goes with it.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Whether people sign in.</summary>
    public bool IsConfigured => Authority.Length > 0;

    /// <summary>Whether the issuer is on this machine, where plain http will do.</summary>
    public bool IsLocalIssuer => Uri.TryCreate(Authority, UriKind.Absolute, out var url) && url.IsLoopback;
}

/// <summary>Finds every fault of the settings at once.</summary>
internal sealed class SignInOptionsValidator : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        if (options.IsConfigured && !(Uri.TryCreate(options.Authority, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || options.IsLocalIssuer)))
        {
            faults.Add(Fault(nameof(options.Authority), $"（{options.Authority}）必须是 https 地址。", $" ('{options.Authority}') must be an https address."));
        }

        if (options.IsConfigured != (options.ClientId.Length > 0))
        {
            faults.Add(Fault(nameof(options.ClientId), $" 与 {nameof(options.Authority)} 须同时设置。", $" and {nameof(options.Authority)} go together."));
        }

        if (options.IsConfigured != (options.ClientSecret.Length > 0))
        {
            faults.Add(Fault(nameof(options.ClientSecret), $" 与 {nameof(options.Authority)} 须同时设置。", $" and {nameof(options.Authority)} go together."));
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string Fault(string key, string chinese, string english) => $"{SignInOptions.Section}:{key}{chinese} / {SignInOptions.Section}:{key}{english}";
}
