using System.Text.Json.Nodes;
using CreditScoring.Cli.Live;
using NUnit.Framework;
using Parquet.Serialization;

namespace CreditScoring.Tests.Cli;

/// <summary>Who is moved by a proposal, for data tools.</summary>
public class MoversParquetTests
{
    private const string First = """
        [ { "kind": "operator", "subject": "91350100M000100Y43", "region": null, "industry": "C", "regime": "test/points",
            "before": "C", "after": null, "why": "失信 6 -> 12; \"some\" -> high", "pointsBefore": 6.5, "pointsAfter": null } ]
        """;

    private const string Second = """
        [ { "kind": "operator", "subject": "b", "region": "440100", "industry": null, "regime": "test/points",
            "before": "A", "after": "D", "why": "x", "pointsBefore": 0, "pointsAfter": 12 } ]
        """;

    [Test]
    public async Task What_is_written_page_by_page_reads_back_as_it_was_with_what_is_missing_missing()
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var movers = await MoversParquet.CreateAsync(path, CancellationToken.None))
            {
                await movers.AddAsync(JsonNode.Parse(First)!.AsArray(), CancellationToken.None);
                await movers.AddAsync([], CancellationToken.None);
                await movers.AddAsync(JsonNode.Parse(Second)!.AsArray(), CancellationToken.None);
            }

            await using var file = File.OpenRead(path);
            var rows = (await ParquetSerializer.DeserializeUntypedAsync(file)).Data;
            Assert.That(rows.Select(each => Of(each, "subject")), Is.EqualTo(new[] { "91350100M000100Y43", "b" }));
            Assert.That(rows.Select(each => Of(each, "pointsBefore")), Is.EqualTo(new object[] { 6.5m, 0m }));
            Assert.That(rows.Select(each => Of(each, "pointsAfter")), Is.EqualTo(new object?[] { null, 12m }));
            Assert.That(rows.Select(each => Of(each, "after")), Is.EqualTo(new[] { null, "D" }));
            Assert.That(Of(rows[0], "why"), Is.EqualTo("失信 6 -> 12; \"some\" -> high"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static object? Of(Dictionary<string, object> row, string name) => row.TryGetValue(name, out var value) ? value : null;
}
