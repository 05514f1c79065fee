using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Workbench.Cases;

/// <summary>
/// Compares what a case says with a standing's JSON. Objects and lists match what they name; other
/// properties and items may stand beside. A standing says every property that it can have, so one
/// that is not there was misspelt, also where the case says null.
/// </summary>
internal static class CaseComparison
{
    /// <param name="differ">Told of each difference: the piece of the case, the path, what was found.</param>
    public static void Compare(
        JsonPiece expected, JsonPiece? actual, string path, Action<JsonPiece, string, string> differ)
    {
        if (Only(expected) is { } only && actual?.Kind == JsonKind.List)
        {
            Items(only, actual, path, differ, isAll: true);
            return;
        }

        if (Near(expected) is var (number, within) && actual?.Number is { } found)
        {
            if (Math.Abs(found - number) > within)
            {
                differ(expected, path, Shown(actual));
            }

            return;
        }

        switch (expected.Kind)
        {
            case JsonKind.Object when actual?.Kind == JsonKind.Object:
                Properties(expected, actual, path, differ);
                break;
            case JsonKind.List when actual?.Kind == JsonKind.List:
                Items(expected, actual, path, differ, isAll: expected.Items.Count == 0);
                break;
            default:
                if (!SameValue(expected, actual))
                {
                    differ(expected, path, actual is null ? "(nothing)" : Shown(actual));
                }

                break;
        }
    }

    public const string OnlyName = "only";

    /// <summary>The list of <c>{ "only": [ … ] }</c>: these, and no other; null: something else.</summary>
    public static JsonPiece? Only(JsonPiece expected) =>
        expected.Properties is [{ Name: OnlyName, Value: { Kind: JsonKind.List } list }] ? list : null;

    /// <summary>
    /// The number of <c>{ "near": 86.9, "within": 0.05 }</c>, as a source rounds it, and how far one may be
    /// off; null: it is something else.
    /// </summary>
    public static (decimal Number, decimal Within)? Near(JsonPiece expected) =>
        expected.Properties.Count == 2 && expected["near"]?.Number is { } number
        && expected["within"]?.Number is >= 0 and var within ? (number, within) : null;

    public static string Shown(JsonPiece piece) => piece.Kind switch
    {
        JsonKind.Object => "{" + string.Join(", ", piece.Properties.Select(
            each => $"{each.Name}: {Shown(each.Value)}")) + "}",
        JsonKind.List => "[" + string.Join(", ", piece.Items.Select(Shown)) + "]",
        JsonKind.Null => "null",
        JsonKind.Boolean => piece.Boolean!.Value ? "true" : "false",
        _ => string.Create(CultureInfo.InvariantCulture, $"{piece.Value}"),
    };

    private static void Properties(
        JsonPiece expected, JsonPiece actual, string path, Action<JsonPiece, string, string> differ)
    {
        foreach (var property in expected.Properties)
        {
            if (path.Length > 0 || property.Name is not ("on" or StandingNames.Repairs))
            {
                var inner = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                Compare(property.Value, actual[property.Name], inner, differ);
            }
        }
    }

    /// <summary>Each item said needs an item of its own among those found.</summary>
    /// <param name="isAll">Whether there may be no other; an empty list means none.</param>
    private static void Items(
        JsonPiece expected, JsonPiece actual, string path, Action<JsonPiece, string, string> differ,
        bool isAll)
    {
        if (isAll && expected.Items.Count != actual.Items.Count)
        {
            differ(expected, path, Shown(actual));
            return;
        }

        var free = actual.Items.ToList();
        foreach (var item in expected.Items)
        {
            var match = free.FindIndex(candidate => Matches(item, candidate));
            if (match >= 0)
            {
                free.RemoveAt(match);
            }
            else
            {
                differ(item, path, Shown(actual));
            }
        }
    }

    private static bool Matches(JsonPiece expected, JsonPiece actual)
    {
        var same = true;
        Compare(expected, actual, "item", (_, _, _) => same = false);
        return same;
    }

    private static bool SameValue(JsonPiece expected, JsonPiece? actual) =>
        actual is not null && expected.Kind == actual.Kind && Equals(expected.Value, actual.Value);
}
