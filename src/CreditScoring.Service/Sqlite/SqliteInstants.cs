using CreditScoring.Service.Ports;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Sqlite;

/// <summary>
/// How far the instants go that the record has given. With one writer it is known without asking;
/// changed by whoever has the turn to write, read by all.
/// </summary>
internal sealed class SqliteInstants
{
    private readonly SqliteConnection connection;
    private long recorded;
    private long answered;

    public SqliteInstants(SqliteConnection connection)
    {
        this.connection = connection;
        // The last link bears the latest one, or it stands in its own row.
        recorded = SqliteSchema.Ask(connection, "SELECT max((SELECT recorded FROM instants), "
            + "coalesce((SELECT at FROM chain ORDER BY number DESC LIMIT 1), 0))");
        answered = SqliteSchema.Ask(connection, "SELECT answered FROM instants");
    }

    public RecordedInstants Given
    {
        get
        {
            var last = Interlocked.Read(ref recorded);
            return new RecordedInstants(
                Instant(last), Instant(Math.Max(last, Interlocked.Read(ref answered))));
        }
    }

    /// <summary>
    /// In the transaction that keeps a batch: the last link alone must not hide a later one.
    /// </summary>
    public void Keep(DateTimeOffset at)
    {
        if (at < Given.Recorded)
        {
            using var say = new Statement(connection, "UPDATE instants SET recorded = ?1");
            say.Run(recorded);
        }
    }

    public void Kept(DateTimeOffset at) =>
        Interlocked.Exchange(ref recorded, Math.Max(recorded, at.ToUnixTimeMilliseconds()));

    /// <summary>It is on disk before it is answered what was known at an instant.</summary>
    public void Answer(DateTimeOffset knownAt)
    {
        var after = knownAt.ToUnixTimeMilliseconds() + 1;
        if (after > Given.Next.ToUnixTimeMilliseconds())
        {
            using var say = new Statement(connection, "UPDATE instants SET answered = ?1");
            say.Run(after);
            Interlocked.Exchange(ref answered, after);
        }
    }

    private static DateTimeOffset Instant(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);
}
