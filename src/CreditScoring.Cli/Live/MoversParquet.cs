using System.Globalization;
using System.Text.Json.Nodes;
using Parquet;
using Parquet.Schema;

namespace CreditScoring.Cli.Live;

/// <summary>
/// Who is moved, as a Parquet file: for who goes on with it in a data tool. A page of the service is a row
/// group, so that memory stays bounded.
/// </summary>
internal sealed class MoversParquet : IAsyncDisposable
{
    private static readonly DataField<string>[] Texts =
        [.. new[] { "kind", "subject", "region", "industry", "regime", "before", "after", "why" }
            .Select(name => new DataField<string>(name))];

    private static readonly DataField<decimal?>[] Numbers = [new("pointsBefore"), new("pointsAfter")];

    private readonly ParquetWriter writer;
    private readonly FileStream file;

    private MoversParquet(ParquetWriter writer, FileStream file) => (this.writer, this.file) = (writer, file);

    public static async Task<MoversParquet> CreateAsync(string path, CancellationToken stop)
    {
        var file = new FileStream(path, FileMode.Create);
        return new MoversParquet(
            await ParquetWriter.CreateAsync(
                new ParquetSchema([.. Texts, .. Numbers]), file, cancellationToken: stop),
            file);
    }

    /// <param name="movers">A page, as the service answers it in JSON.</param>
    public async Task AddAsync(JsonArray movers, CancellationToken stop)
    {
        if (movers.Count == 0)
        {
            return;
        }

        using var group = writer.CreateRowGroup();
        foreach (var field in Texts)
        {
            string?[] column = [.. movers.Select(each => (string?)each![field.Name])];
            await group.WriteAsync(field, column!);
        }

        foreach (var field in Numbers)
        {
            decimal?[] column = [.. movers.Select(each => Number(each![field.Name]))];
            await group.WriteAsync<decimal>(field, column, cancellationToken: stop);
        }
    }

    private static decimal? Number(JsonNode? points) => points is null ? null
        : decimal.Parse(points.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await file.DisposeAsync();
    }
}
