namespace CreditScoring.Service.Sql;

/// <summary>The few questions that each engine has to be asked in its own words.</summary>
/// <param name="File">Of kind $1 and subject $2, in the columns of <see cref="RowValues.File"/>.</param>
/// <param name="Feed">Position, body and region after position $1, up to $2.</param>
/// <param name="Changed">Heads of the standings that changed after position $1, up to $2.</param>
/// <param name="Counts">Events, files, what waits, what is in quarantine.</param>
/// <param name="Links">The columns of a link, in the order of <see cref="RowValues.Link"/>.</param>
/// <param name="Number">The type in which points are compared.</param>
/// <param name="Contains">Whether a column holds a part, wherever.</param>
/// <param name="QuarantineColumns">In the order of <see cref="RowValues.Quarantine"/>; of texts so many
/// octets, null: all.</param>
public sealed record SqlDialect(
    string File, string Feed, string Changed, string Counts, string Links,
    string Number, Func<string, string, string> Contains, Func<int?, string> QuarantineColumns)
{
    /// <summary>The turns h, with what tells the order of their commits.</summary>
    public required string Turns { get; init; }

    /// <summary>Where those since a day (its first place) may begin; the second is its instant.</summary>
    public required Func<string, string, string> TurnsSince { get; init; }

    /// <summary>The link of a turn; 0 where positions are in the order of commits.</summary>
    public required string TurnLink { get; init; }

    /// <summary>The order of commits.</summary>
    public required IReadOnlyList<string> TurnPlace { get; init; }

    /// <summary>
    /// Goes along an index, or along none (null), where the engine would not find that by itself; empty where
    /// it does, and then it need not be asked which filter is the narrowest.
    /// </summary>
    public required Func<string?, string> Along { get; init; }

    /// <summary>The texts of a group, one a line, in no order.</summary>
    public required Func<string, string> Lines { get; init; }

    /// <summary>The month of a day, yyyy-MM.</summary>
    public required Func<string, string> Month { get; init; }

    /// <summary>Whether the item of the row of quarantine q is still in it.</summary>
    public const string StillIn = "NOT EXISTS (SELECT 1 FROM replays r WHERE r.item = q.position "
        + "AND r.outcome IN ('accepted', 'duplicate'))";
}
