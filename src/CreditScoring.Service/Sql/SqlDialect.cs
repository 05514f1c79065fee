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
    /// <summary>Whether the item of the row of quarantine q is still in it.</summary>
    public const string StillIn = "NOT EXISTS (SELECT 1 FROM replays r WHERE r.item = q.position "
        + "AND r.outcome IN ('accepted', 'duplicate'))";
}
