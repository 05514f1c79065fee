using System.Collections.Concurrent;
using System.Linq.Expressions;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.SecondOpinion.Views;

/// <summary>
/// Makes the views of one catalogue. A happening has one view as long as it lives; lists are wrapped,
/// not copied.
/// </summary>
public sealed class Viewing
{
    private readonly Func<object?, object?, object> newEvent;
    private readonly Func<object?, object?, object> newEntry;
    private readonly Func<object?, object?, object> newDuty;
    private readonly Func<object?, object?, object> newSubject;
    private readonly EventView missing;

    internal Viewing(CatalogueTypes types)
    {
        Types = types;
        newEvent = Maker(types.Event);
        newEntry = Maker(types.Entry);
        newDuty = Maker(types.Duty);
        newSubject = Maker(types.Subject);
        missing = (EventView)newEvent(null, this);
    }

    internal CatalogueTypes Types { get; }

    /// <summary>As what each text of a pack's folder was compiled.</summary>
    internal ConcurrentDictionary<(string Folder, string Text), string> Written { get; } = new();

    /// <param name="happening">Null: an event that is not there.</param>
    internal EventView Of(Happening? happening)
    {
        if (happening is null)
        {
            return missing;
        }

        // Of another catalogue, and so of another type, it is made anew.
        if (happening.View is EventView view && view.IsOf(this))
        {
            return view;
        }

        view = (EventView)newEvent(happening, this);
        happening.View = view;
        return view;
    }

    internal object Of(Entry entry) => newEntry(entry, this);

    internal object Of(Duty duty) => newDuty(duty, this);

    internal object Of(SubjectView subject) => newSubject(subject, null);

    internal static object Of(Night night, TierLadder ladder) => new NightView(night, ladder);

    internal IEnumerable<T>? Items<T>(object?[][]? rows) =>
        rows?.Select(row => (T)Activator.CreateInstance(typeof(T), [row])!);

    /// <summary>Calls a constructor of one or two arguments.</summary>
    internal static Func<object?, object?, object> Maker(Type type)
    {
        var constructor = type.GetConstructors().Single();
        var (first, second) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(object)));
        var given = constructor.GetParameters()
            .Select((each, place) => Expression.Convert(place == 0 ? first : second, each.ParameterType));
        return Expression.Lambda<Func<object?, object?, object>>(
            Expression.Convert(Expression.New(constructor, given), typeof(object)), first, second).Compile();
    }
}
