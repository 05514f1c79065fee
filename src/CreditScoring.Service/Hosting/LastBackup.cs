namespace CreditScoring.Service.Hosting;

/// <summary>
/// When the SQLite record was last copied by <c>backup</c>, and where to: a mark beside the record, whose
/// time is that of the copy. Copies by other means leave none.
/// </summary>
/// <param name="To">The file to which it was written.</param>
public sealed record LastBackup(DateTimeOffset At, string To)
{
    /// <summary>Longer ago than this it is told as late.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(1);

    /// <summary>Leaves the mark; where it cannot be written the copy is none the worse.</summary>
    public static void Mark(string record, string to)
    {
        try
        {
            File.WriteAllText(PathOf(record), Path.GetFullPath(to));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{PathOf(record)}: {wrong.Message}");
        }
    }

    /// <summary>Null: no mark was left beside the record.</summary>
    public static LastBackup? Of(string record)
    {
        try
        {
            var mark = PathOf(record);
            return File.Exists(mark)
                ? new LastBackup(File.GetLastWriteTimeUtc(mark), File.ReadAllText(mark)) : null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string PathOf(string record) => record + "-backup";
}
