using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace ZhoushanBot.Activities.Inbound;

/// <summary>Reads a request's body out of its pipe, up to a limit, and makes an activity of it.</summary>
public static class BodyReader
{
    /// <summary>Reads one activity that is well formed in every part.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">Most bytes of its body.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The activity, or the status by which to refuse: 400, 408 or 413.</returns>
    public static async ValueTask<(Activity? Activity, int Refusal)> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        var pipe = request.BodyReader;
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync(cancellationToken);
                if (read.Buffer.Length > maxBytes)
                {
                    pipe.AdvanceTo(read.Buffer.End);
                    return (null, StatusCodes.Status413PayloadTooLarge);
                }

                if (read.IsCompleted || read.IsCanceled)
                {
                    var whole = TryParse(read, out var activity);
                    pipe.AdvanceTo(read.Buffer.End);
                    return whole ? (activity, 0) : (null, StatusCodes.Status400BadRequest);
                }

                pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (BadHttpRequestException e)
        {
            // A body that comes too slowly, breaks off or is badly chunked.
            return (null, e.StatusCode);
        }
    }

    private static bool TryParse(ReadResult read, [NotNullWhen(true)] out Activity? activity)
    {
        var buffer = read.Buffer;
        if (buffer.IsSingleSegment)
        {
            return ActivityReader.TryRead(buffer.FirstSpan, out activity);
        }

        var length = (int)buffer.Length;
        var copy = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            buffer.CopyTo(copy);
            return ActivityReader.TryRead(copy.AsSpan(0, length), out activity);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }
}
