using System.Globalization;
using System.Runtime.InteropServices;
using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Backtests;

/// <summary>
/// What is counted of a back-test, under names that add up: whoever has counted some subjects and whoever has
/// counted others have together counted all. A name is its parts, joined by tabs.
/// </summary>
public sealed class BacktestTally
{
    private const int UsualName = 256;

    private readonly Dictionary<string, decimal> counts = new(StringComparer.Ordinal);

    /// <summary>By name.</summary>
    public IEnumerable<KeyValuePair<string, decimal>> Counts =>
        counts.OrderBy(each => each.Key, StringComparer.Ordinal);

    public decimal this[params string[] name] => counts.GetValueOrDefault(string.Join('\t', name));

    // Of every subject a dozen: a name that is known already is not made anew.
    public void Add(decimal count, params ReadOnlySpan<string> name)
    {
        var length = name.Length - 1;
        foreach (var part in name)
        {
            length += part.Length;
        }

        var joined = length <= UsualName ? stackalloc char[length] : new char[length];
        var at = 0;
        foreach (var part in name)
        {
            if (at > 0)
            {
                joined[at++] = '\t';
            }

            part.CopyTo(joined[at..]);
            at += part.Length;
        }

        CollectionsMarshal.GetValueRefOrAddDefault(
            counts.GetAlternateLookup<ReadOnlySpan<char>>(), joined, out _) += count;
    }

    public void Add(BacktestTally other)
    {
        foreach (var (name, count) in other.counts)
        {
            Add(count, name);
        }
    }

    /// <summary>The counts of another one under a name of their own.</summary>
    /// <param name="under">Its parts, joined by tabs.</param>
    public void Add(BacktestTally other, string under)
    {
        foreach (var (name, count) in other.counts)
        {
            Add(count, under, name);
        }
    }

    /// <summary>What was counted under these parts, as if it were all.</summary>
    public BacktestTally Under(params string[] begins)
    {
        var tally = new BacktestTally();
        var prefix = string.Join('\t', begins) + '\t';
        foreach (var (name, count) in counts.Where(
            each => each.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            tally.counts[name[prefix.Length..]] = count;
        }

        return tally;
    }

    /// <summary>What begins with these parts: the parts that follow, and the count; by name.</summary>
    public IEnumerable<(string[] Name, decimal Count)> Of(params string[] begins)
    {
        var prefix = string.Join('\t', begins) + '\t';
        return Counts.Where(each => each.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(each => (each.Key[prefix.Length..].Split('\t'), each.Value));
    }

    public void Write(JsonTextWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, count) in Counts)
        {
            json.Property(name, (decimal?)count);
        }

        json.WriteEndObject();
    }

    public static BacktestTally Of(JsonPiece piece)
    {
        var tally = new BacktestTally();
        foreach (var (name, value) in piece.Properties.Select(each => (each.Name, each.Value)))
        {
            tally.counts[name] = value.Number ?? 0;
        }

        return tally;
    }
}

/// <summary>
/// Somebody who is moved from one tier to another, or from one who can be judged to one who cannot.
/// </summary>
/// <param name="Before">Null: could not be judged; empty: did not stand in the regime.</param>
/// <param name="After">Null: cannot be judged; empty: does not stand in the regime.</param>
/// <param name="Why">Which entries and which rung differ, each with its article.</param>
/// <remarks>
/// Of a period: whose difference begins, or is another one than at the end of the month before.
/// </remarks>
public sealed record Mover(
    string Kind, string Subject, string? Region, string? Industry, string Regime, string? Before,
        string? After,
    decimal? PointsBefore, decimal? PointsAfter, string Why)
{
    /// <summary>The day of a period on which it is so; null: that of the back-test.</summary>
    public DateOnly? On { get; init; }

    public void Write(JsonTextWriter json)
    {
        json.WriteStartArray();
        foreach (var text in new[]
        {
            Kind, Subject, Region, Industry, Regime, Before, After, Of(PointsBefore), Of(PointsAfter), Why,
        })
        {
            json.WriteValue(text);
        }

        if (On is { } day)
        {
            json.WriteValue(PeriodDays.Told(day));
        }

        json.WriteEndArray();
    }

    public static Mover Read(JsonPiece piece)
    {
        var at = piece.Items.Select(each => each.Text).ToArray();
        return new Mover(at[0]!, at[1]!, at[2], at[3], at[4]!, at[5], at[6], To(at[7]), To(at[8]), at[9]!)
        {
            On = piece.Items.Count > Own ? ObjectReader.DateOf(piece.Items[Own]) : null,
        };
    }

    /// <summary>The parts that every mover has.</summary>
    private const int Own = 10;

    private static string? Of(decimal? points) => points?.ToString(CultureInfo.InvariantCulture);

    private static decimal? To(string? text) =>
        text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>What came of some subjects: the counts, and those who are moved.</summary>
public sealed record BacktestPart(BacktestTally Tally, IReadOnlyList<Mover> Movers)
{
    /// <summary>As a portion keeps it.</summary>
    public string Packed()
    {
        var text = JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("counts");
            Tally.Write(json);
            json.List("movers", Movers, (to, mover) => mover.Write(to));
            json.WriteEndObject();
        });
        return PackedText.Of(text);
    }

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static BacktestPart Of(string packed)
    {
        var piece = PackedText.Read(packed, "portion");
        return new BacktestPart(
            BacktestTally.Of(piece["counts"]!), [.. piece["movers"]!.Items.Select(Mover.Read)]);
    }
}
