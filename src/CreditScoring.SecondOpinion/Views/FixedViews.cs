using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Tables;

namespace CreditScoring.SecondOpinion.Views;

/// <summary>One record of a field that is a list of them; its columns are in a type made for it.</summary>
public abstract class ItemView(object?[] row) : IView
{
    public object? Inner => row;

    protected decimal? Number(int place) => (decimal?)row[place];

    protected string? Text(int place) => row[place] as string;

    protected DateTime? Date(int place) => Values.Day((DateOnly?)row[place]);

    protected bool? MayFlag(int place) => (bool?)row[place];

    protected bool Flag(int place) => (bool)row[place]!;
}

/// <summary>An entry of the ledger; which event it is of is in a type made for the catalogue.</summary>
public abstract class EntryView(Entry entry, Viewing viewing) : IView
{
    public object? Inner => entry;

    public string rule => entry.Rule;

    public decimal points => entry.Points.Value;

    public DateTime? from => Values.Day(entry.From);

    public DateTime? lapsesOn => Values.Day(entry.LapsesOn);

    protected EventView Happened() => viewing.Of(entry.Happened);
}

/// <summary>A duty; which event it is of is in a type made for the catalogue.</summary>
public abstract class DutyView(Duty duty, Viewing viewing) : IView
{
    public object? Inner => duty;

    public string of => duty.Of;

    public DateTime? opens => Values.Day(duty.BoundedOpens.Bound);

    public DateTime? due => Values.Day(duty.BoundedDue.Bound);

    public string state => duty.KnownState;

    protected EventView Happened() => viewing.Of(duty.Happened);

    protected string Duty() => duty.Name;
}

/// <summary>How last night ended.</summary>
public sealed class NightView(Night night, TierLadder ladder) : IView
{
    public object? Inner => night;

    public string? tier => ladder.Known(night.Tier);

    public DateTime? since => Values.Day(night.Since);
}

/// <summary>The subject; its attributes are in a type made for the catalogue.</summary>
public abstract class SubjectRecord(SubjectView subject) : IView
{
    public object? Inner => subject;

    public string id => subject.Id;

    public string kind => subject.Kind;

    protected decimal? Number(string field) => (decimal?)subject[field];

    protected string? Text(string field) => subject[field] as string;

    protected DateTime? Date(string field) => Values.Day((DateOnly?)subject[field]);

    protected bool? MayFlag(string field) => (bool?)subject[field];

    protected IEnumerable<string>? Texts(string field) => (IEnumerable<string>?)subject[field];
}

/// <summary>The row that a lookup found; its columns are in a type made for the pack.</summary>
public abstract class RowView(TableRow row) : IView
{
    public object? Inner => row;

    protected decimal Number(string column) => (decimal)Cell(column);

    protected string Text(string column) => (string)Cell(column);

    protected DateTime? Date(string column) => Values.Day((DateOnly)Cell(column));

    protected bool Flag(string column) => (bool)Cell(column);

    private object Cell(string column)
    {
        for (var place = 0; place < row.Columns.Count; place++)
        {
            if (row.Columns[place].Name == column)
            {
                return row.Cells[place]
                    ?? throw new InvalidOperationException($"\"{column}\" is not filled in");
            }
        }

        throw new InvalidOperationException($"the table has no column \"{column}\"");
    }
}
