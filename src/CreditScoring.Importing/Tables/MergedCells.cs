namespace CreditScoring.Importing.Tables;

/// <summary>
/// Merged cells (合并单元格) of a sheet: the file holds a value in the first cell of each alone. Down a column
/// it is the value of every row; across columns it is that of none but the first.
/// </summary>
internal sealed class MergedCells
{
    private const int Most = 100_000, Widest = 512, MostOpen = 1_000;

    private readonly List<Range> ranges = [];
    private readonly List<(Range Range, Cell Value)> open = [];
    private int next;

    public MergedCells(GuardedPart sheet)
    {
        while (sheet.ReadTo("mergeCell"))
        {
            if (sheet.Xml.GetAttribute("ref") is { } written && Range.Of(written) is { } range)
            {
                ranges.Add(ranges.Count < Most ? range
                    : throw new GuardException("it has more merged cells than any table"));
            }
        }

        ranges.Sort((one, other) => one.Top.CompareTo(other.Top));
    }

    /// <summary>The cells of a row with the values that reach into it; rows come in their order.</summary>
    public void Fill(int line, List<Cell> cells)
    {
        open.RemoveAll(each => each.Range.Bottom < line);
        for (; next < ranges.Count && ranges[next].Top <= line; next++)
        {
            if (ranges[next].Bottom >= line)
            {
                open.Add((ranges[next], ranges[next].Left < cells.Count ? cells[ranges[next].Left]
                    : Cell.Empty));
            }
        }

        if (open.Count > MostOpen)
        {
            throw new GuardException("it has more merged cells in one row than any table");
        }

        foreach (var (range, value) in open.Where(each => !each.Value.IsEmpty))
        {
            while (cells.Count <= Math.Min(range.Right, range.Left + Widest))
            {
                cells.Add(Cell.Empty);
            }

            for (var place = range.Left; place <= range.Right && place < cells.Count; place++)
            {
                cells[place] = value with { IsSpanned = place > range.Left };
            }
        }
    }

    /// <summary>Cells from one corner to the other; rows from 1, columns from 0.</summary>
    private readonly record struct Range(int Top, int Bottom, int Left, int Right)
    {
        public static Range? Of(string written)
        {
            var corners = written.Split(':');
            return corners.Length == 2 && Corner(corners[0]) is var (top, left)
                && Corner(corners[1]) is var (bottom, right) && (top > 0 && bottom >= top && right >= left)
                ? new Range(top, bottom, left, right) : null;
        }

        private static (int Line, int Place) Corner(string cell)
        {
            var letters = cell.TakeWhile(char.IsAsciiLetter).Count();
            return letters is > 0 and < 4 && int.TryParse(cell.AsSpan(letters), out var line)
                ? (line, SheetRows.PlaceOf(cell)) : (0, 0);
        }
    }
}
