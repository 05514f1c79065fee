using System.Reflection;
using CreditScoring.Documents;
using CreditScoring.Service.Answers;
using Microsoft.AspNetCore.Http.Metadata;

namespace CreditScoring.Service.Api;

/// <summary>
/// A text that was sent, however long, octet by octet; only the numbers of residents are masked. One
/// at a time, and each within a time, since it is held in memory meanwhile.
/// </summary>
/// <param name="read">The text; null: it is not there.</param>
public sealed class WholeText(Func<Task<string?>> read, Problem missing) : IResult
{
    private const int Piece = 32 << 10;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly SemaphoreSlim Turn = new(1);

    public async Task ExecuteAsync(HttpContext context)
    {
        await Turn.WaitAsync(context.RequestAborted);
        try
        {
            if (await read() is { } text)
            {
                using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
                gone.CancelAfter(Longest);
                await Write(context.Response, ResidentNumber.Masked(text), gone.Token);
            }
            else
            {
                await missing.ExecuteAsync(context);
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever reads too slowly finds it cut off, instead of taken for whole.
            context.Abort();
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task Write(HttpResponse response, string text, CancellationToken gone)
    {
        response.ContentType = EscapedUtf8.HasOctets(text)
            ? "application/octet-stream" : "text/plain; charset=utf-8";
        response.Headers.XContentTypeOptions = "nosniff";
        for (var at = 0; at < text.Length;)
        {
            var end = Math.Min(at + Piece, text.Length);
            end -= end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
            await response.Body.WriteAsync(EscapedUtf8.Octets(text[at..end]), gone);
            at = end;
        }
    }
}
