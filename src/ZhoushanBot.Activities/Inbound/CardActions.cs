using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;

namespace ZhoushanBot.Activities.Inbound;

/// <summary>Reads the value of an <c>adaptiveCard/action</c> invoke, or says what is wrong with it.</summary>
internal static class CardActions
{
    public static bool TryRead(Activity activity, [NotNullWhen(true)] out AdaptiveCardInvokeValue? value, [NotNullWhen(false)] out InvokeResponse? fault)
    {
        value = null;
        if (activity.Value is not { ValueKind: JsonValueKind.Object } element)
        {
            fault = Fault("BadRequest", "Missing value property");
            return false;
        }

        try
        {
            value = ActivityJson.Read<AdaptiveCardInvokeValue>(element);
        }
        catch (JsonException)
        {
            fault = Fault("BadRequest", "Value property is not properly formed");
            return false;
        }

        fault = value?.Action switch
        {
            null => Fault("BadRequest", "Missing action property"),
            { Type: not AdaptiveCardInvokeAction.ExecuteType } => Fault("NotSupported", "The action is not supported: " + AdaptiveCardInvokeAction.ExecuteType + " only"),
            _ => null,
        };
        return fault is null && value is not null;
    }

    private static InvokeResponse Fault(string code, string message) =>
        InvokeResponse.From(AdaptiveCardInvokeResponse.Error((int)HttpStatusCode.BadRequest, code, message));
}
