using CreditScoring.Cli.Terminal;

namespace CreditScoring.Cli.Live;

/// <summary>Why a subject of a live service's record stands where it does, or not elsewhere.</summary>
internal static class RecordReasons
{
    private const string Json = "json";

    /// <param name="part">Of the subject's path.</param>
    /// <param name="form">json: one explanation a line; else text for people.</param>
    public static async Task<int> TellAsync(
        Server server, string subject, string part, string form, string language, CancellationToken stop,
        params (string Name, string? Value)[] query)
    {
        var path = Questions.Of(subject, part, [("form", form), ("lang", language), .. query]);
        if (form != Json)
        {
            Questions.Say(await server.TextAsync(path, stop));
            return Exit.Done;
        }

        foreach (var explanation in (await server.GetAsync(path, stop))["explanations"]!.AsArray())
        {
            Screen.SayAsIs(Questions.Line(explanation!));
        }

        return Exit.Done;
    }
}
