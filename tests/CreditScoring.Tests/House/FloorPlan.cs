using System.Text.RegularExpressions;

namespace CreditScoring.Tests.House;

/// <summary>
/// A project as a house: its rooms and sub-rooms in one order, in which an event travels. A room names
/// earlier ones only, so that no circle of them can be; a folder that is in no room of the list fails.
/// </summary>
/// <param name="Folder">From the root of the repository.</param>
/// <param name="Name">The namespace of the house.</param>
/// <param name="Rooms">By folder, such as Law/Packs; a file is in the innermost one that is listed.</param>
public sealed record FloorPlan(string Folder, string Name, IReadOnlyList<string> Rooms)
{
    private static readonly Regex Comment = new("//.*$", RegexOptions.Multiline);
    private static readonly Regex Text = new("\"(\\\\.|[^\"\\\\\\n])*\"");

    /// <summary>Names with a point between, wherever they stand: in a using, an alias, the code.</summary>
    private static readonly Regex Chain = new(@"(?<![\w.])[A-Z]\w*(\.[A-Z]\w*)+");

    /// <summary>Files in front of the rooms, which name them all, with what no room may name of each.</summary>
    public IReadOnlyDictionary<string, Regex> InFront { get; init; } = new Dictionary<string, Regex>();

    /// <summary>Rooms that nobody but the files in front may name: the adapters.</summary>
    public IReadOnlyList<string> Confined { get; init; } = [];

    /// <summary>Sub-rooms that come before the room around them.</summary>
    public IEnumerable<string> Unseen => Rooms.Where(
        (room, place) => Rooms.Skip(place + 1).Any(later => room != later && IsIn(room, later)));

    /// <summary>What is wrong with a file of the house; empty where nothing is.</summary>
    /// <param name="path">From the folder of the house, with forward slashes.</param>
    /// <param name="code">What the file says.</param>
    public IEnumerable<string> FaultsOf(string path, string code)
    {
        if (!path.Contains('/', StringComparison.Ordinal))
        {
            return InFront.ContainsKey(path) ? []
                : [$"{path}: only {string.Join(", ", InFront.Keys)} stands in front of the rooms"];
        }

        var said = Text.Replace(Comment.Replace(code, ""), "\"\"");
        return RoomOf(path[..path.LastIndexOf('/')]) is { } room
            ? [.. Named(said, room).SelectMany(other => Fault(path, room, other)), .. OfPlace(path, said, room)]
            : [$"{path}: there is no such room in the list"];
    }

    private IEnumerable<string> OfPlace(string path, string said, string room)
    {
        foreach (var (front, _) in InFront.Where(each => each.Value.IsMatch(said)))
        {
            yield return $"{path}: no room may name what stands in {front}";
        }

        if (!StandsIn(said, room))
        {
            yield return $"{path}: its namespace is not that of its room";
        }
    }

    private IEnumerable<string> Fault(string path, string room, string other)
    {
        if (PlaceOf(other) > PlaceOf(room))
        {
            yield return $"{path}: {room} comes before {other} and may not name it";
        }
        else if (other != room && Confined.FirstOrDefault(each => IsIn(other, each)) is { } closed && !IsIn(room, closed))
        {
            yield return $"{path}: {other} is an adapter, which only {string.Join(", ", InFront.Keys)} may name";
        }
    }

    /// <summary>The rooms that the code names, by a using, by the whole name or from inside the house.</summary>
    private IEnumerable<string> Named(string said, string room) => Chain.Matches(said)
        .Select(match => Meant(match.Value.Replace('.', '/'), room)).OfType<string>().Distinct();

    private string? Meant(string chain, string room)
    {
        var house = Name.Replace('.', '/');
        if (IsIn(chain, house))
        {
            return chain == house ? null : RoomOf(chain[(house.Length + 1)..]);
        }

        // As the compiler looks: from the innermost space outward.
        for (var space = room; ; space = space[..Math.Max(0, space.LastIndexOf('/'))])
        {
            var found = RoomOf(space == "" ? chain : $"{space}/{chain}");
            if ((found is not null && found.Length > space.Length) || space == "")
            {
                return found;
            }
        }
    }

    /// <summary>The innermost room of the list on the way to a folder or a name; null: there is none.</summary>
    private string? RoomOf(string path) =>
        Rooms.Where(room => IsIn(path, room)).MaxBy(room => room.Length);

    private int PlaceOf(string room) => Rooms.ToList().IndexOf(room);

    private static bool IsIn(string path, string room) =>
        path == room || path.StartsWith($"{room}/", StringComparison.Ordinal);

    private bool StandsIn(string code, string room) =>
        Regex.Match(code, $@"^namespace {Regex.Escape(Name)}\.([\w.]+);", RegexOptions.Multiline) is { Success: true } said
        && RoomOf(said.Groups[1].Value.Replace('.', '/')) == room;
}
