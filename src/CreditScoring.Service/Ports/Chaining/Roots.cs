using CreditScoring.Documents;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Ports.Chaining;

/// <summary>
/// Roots of the chain as they are kept elsewhere: one JSON object a line, as <c>root</c> prints it.
/// </summary>
public static class Roots
{
    public static string Line(Link root) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("number");
        json.WriteValue(root.Number);
        json.Property("at", InstantText.Of(root.At));
        json.Property("algorithm", root.Algorithm);
        json.Property("hash", root.Hash);
        json.WriteEndObject();
    });

    /// <exception cref="Refusal">The file cannot be read, or a line of it is not a root.</exception>
    public static IReadOnlyList<(long Number, string Hash)> Read(string path)
    {
        try
        {
            var lines = File.ReadAllLines(path);
            return
            [
                .. lines.Select((line, i) => (line, i)).Where(each => each.line.Trim().Length > 0)
                    .Select(each => Parse(each.line) ?? throw new Refusal(
                        $"{path}:{each.i + 1}: not a root as `root` prints it: {{\"number\":…,"
                        + "\"at\":…,\"algorithm\":…,\"hash\":…}", 2)),
            ];
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"{path}: {wrong.Message}", 2);
        }
    }

    private static (long, string)? Parse(string line) =>
        JsonDocumentReader.Read(new SourceText("root", line), out _) is { } root
            && root["number"]?.Number is { } number && number >= 0 && number <= long.MaxValue
            && decimal.Truncate(number) == number && root["hash"]?.Text is { Length: 64 } hash
            ? ((long)number, hash) : null;
}
