using System.Text;

namespace OwnedData.GraphQL.Tests.Validation.Merging;

/// <summary>Documents of a few fields and fragments, with few names so that many meet: about half of them have a conflict.</summary>
internal sealed class RandomSelections(Random random)
{
    private const int Fragments = 4;

    private static readonly string[] _types = ["Dog", "Cat", "Pet", "Being"];

    private readonly StringBuilder _text = new();

    /// <summary>Fragments spread later ones only, so none reaches itself.</summary>
    public string Document()
    {
        _text.Append("{ pet ");
        SelectionSet(0, 0);
        _text.Append(" } ");
        for (var fragment = 0; fragment < Fragments; fragment++)
        {
            _text.Append("fragment F").Append(fragment).Append(" on ").Append(_types[random.Next(_types.Length)]).Append(' ');
            SelectionSet(1, fragment + 1);
            _text.Append(' ');
        }

        return _text.ToString();
    }

    private void SelectionSet(int depth, int nextFragment)
    {
        _text.Append("{ ");
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            Selection(depth, nextFragment);
        }

        _text.Append('}');
    }

    private void Selection(int depth, int nextFragment)
    {
        switch (random.Next(depth < 3 ? 6 : 2))
        {
            case 0 or 1:
                _text.Append(random.Next(30) switch
                {
                    0 => "name(surname: true) ",
                    1 => "x: nickname ",
                    2 => "x: barkVolume ",
                    3 => "barkVolume ",
                    4 => "required ",
                    < 10 => "nickname ",
                    _ => "name ",
                });
                break;
            case 2 when nextFragment < Fragments:
                _text.Append("...F").Append(random.Next(nextFragment, Fragments)).Append(' ');
                break;
            case 3:
                _text.Append("... on ").Append(_types[random.Next(_types.Length)]).Append(' ');
                SelectionSet(depth + 1, nextFragment);
                _text.Append(' ');
                break;
            default:
                _text.Append(random.Next(30) == 0 ? "mother: other " : random.Next(2) == 0 ? "mother " : "other ");
                SelectionSet(depth + 1, nextFragment);
                _text.Append(' ');
                break;
        }
    }
}
