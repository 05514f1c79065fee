using System.Text;
using CreditScoring.Service.RandomDraws;

namespace CreditScoring.Service.Api;

/// <summary>The files of a draw, to the octet as <c>credit draw</c> writes them.</summary>
public sealed class DrawFiles(DrawLists lists, DrawDesk desk)
{
    public const string Commit = "commit.json", Population = "population.txt", Inspectors = "inspectors.txt",
        Proof = "proof.json";

    public static readonly IReadOnlyList<string> Names = [Commit, Population, Inspectors, Proof];

    /// <returns>Null: the draw has not that file, or not yet.</returns>
    public IResult? Of(RandomDraw draw, string file) => file switch
    {
        Commit => draw.Announced is { } announced ? new Lines(file, One(announced.Text)) : null,
        Proof => draw.Proof is { } proof ? new Lines(file, One(proof.Text)) : null,
        Population => new Lines(file, Ended(lists.LinesAsync(draw))),
        Inspectors when draw.Header.InspectorsAt is not null => new Lines(file, RegisterAsync(draw)),
        _ => null,
    };

    private static async IAsyncEnumerable<string> One(string text)
    {
        await Task.CompletedTask;
        yield return text;
    }

    private static async IAsyncEnumerable<string> Ended(IAsyncEnumerable<string> lines)
    {
        await foreach (var line in lines)
        {
            yield return line + "\n";
        }
    }

    private async IAsyncEnumerable<string> RegisterAsync(RandomDraw draw)
    {
        yield return (await desk.RegisterAsync(draw))!.Text;
    }

    /// <summary>Written as it comes: a list of a province is never in memory as a whole.</summary>
    private sealed class Lines(string file, IAsyncEnumerable<string> pieces) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
            await using var writer = new StreamWriter(
                context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            await foreach (var piece in pieces.WithCancellation(context.RequestAborted))
            {
                await writer.WriteAsync(piece);
            }
        }
    }
}

/// <summary>What a fault of a draw is in HTTP.</summary>
internal static class DrawFaults
{
    /// <summary>What was written wrongly, and not what cannot be now.</summary>
    private static readonly string[] Written =
    [
        "reason-wanted", "draw-text-invalid", "draw-profile-unknown", "public-value-unknown",
        "public-value-too-early", "visits-past",
    ];

    public static int StatusOf(DrawFault fault) =>
        fault == DrawFault.Unknown ? StatusCodes.Status404NotFound
        : Written.Contains(fault.Code) ? StatusCodes.Status422UnprocessableEntity
        : StatusCodes.Status409Conflict;
}
