using System.Text.RegularExpressions;

namespace CreditScoring.Tests.House;

/// <summary>
/// The rooms of the core in the order in which an event travels, and who may name whom: a room names
/// earlier rooms only, and nobody in a room names the assessor, who names them all.
/// </summary>
internal static class Rooms
{
    public static readonly IReadOnlyList<string> InOrder =
        ["Documents", "Enterprises", "Events", "Law", "Ledger", "Standings", "Supervision", "Trials"];

    private static readonly Regex Comment = new("//.*$", RegexOptions.Multiline);
    private static readonly Regex Text = new("\"(\\\\.|[^\"\\\\\\n])*\"");

    /// <summary>What is wrong with a file of the core; empty where nothing is.</summary>
    /// <param name="path">From the core's folder, with forward slashes.</param>
    /// <param name="code">What the file says.</param>
    public static IEnumerable<string> FaultsOf(string path, string code)
    {
        var said = Text.Replace(Comment.Replace(code, ""), "\"\"");
        if (!path.Contains('/', StringComparison.Ordinal))
        {
            return path == "Assessor.cs" ? [] : [$"{path}: only Assessor.cs stands in front of the rooms"];
        }

        var room = path[..path.IndexOf('/', StringComparison.Ordinal)];
        var place = InOrder.ToList().IndexOf(room);
        if (place < 0)
        {
            return [$"{path}: there is no room {room}"];
        }

        var faults = InOrder.Skip(place + 1)
            .Where(later => Names(said, later))
            .Select(later => $"{path}: {room} comes before {later} and may not name it");
        return faults
            .Concat(Regex.IsMatch(said, @"\bAssess(or|ment)\b") ? [$"{path}: no room may name the assessor"] : [])
            .Concat(StandsIn(said, room) ? [] : [$"{path}: its namespace is not that of its room"]);
    }

    /// <summary>By a using, by the whole name, or by the name from inside the house.</summary>
    private static bool Names(string code, string room) =>
        Regex.IsMatch(code, $@"\bCreditScoring\.{room}\b") || Regex.IsMatch(code, $@"(?<![\w.]){room}\.[A-Z]");

    private static bool StandsIn(string code, string room) =>
        Regex.IsMatch(code, $@"^namespace CreditScoring\.{room}(\.\w+)*;", RegexOptions.Multiline);
}
