using System.Text;
using CreditScoring.Cli.Live;

namespace CreditScoring.Cli;

/// <summary>All movers, as CSV: the pages of the service, the head of the first alone.</summary>
internal static class MoversCsv
{
    /// <param name="first">Behind what the first page begins; empty: with the first mover.</param>
    public static async Task ExportAsync(
        Server server, string path, string first, string file, CancellationToken stop)
    {
        await using var output = new StreamWriter(
            file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var after = first;
        var isFirst = true;
        do
        {
            var (csv, next) = await server.CsvAsync(
                after.Length == 0 ? path : $"{path}?after={Uri.EscapeDataString(after)}", stop);
            // A page begins with its mark and its head.
            var body = isFirst ? csv : csv[(csv.IndexOf('\n', StringComparison.Ordinal) + 1)..];
            await output.WriteAsync(body.AsMemory(), stop);
            (after, isFirst) = (next ?? "", false);
        }
        while (after.Length > 0);
    }
}
