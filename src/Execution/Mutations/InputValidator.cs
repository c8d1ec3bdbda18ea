using System.Collections.Immutable;
using System.Globalization;
using OwnedData.Bson;
using OwnedData.GraphQL.Coercion;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Mutations;

/// <summary>Holds a mutation's input to the model's constraints and reports all that it breaks, not the first.</summary>
internal sealed class InputValidator
{
    private readonly List<PayloadError> _errors = [];
    private readonly List<string> _path = ["input"];

    public static ImmutableArray<PayloadError> Validate(InputObject input, ModelType type)
    {
        var validator = new InputValidator();
        validator.ValidateObject(input, type);
        return [.. validator._errors];
    }

    private void ValidateObject(InputObject input, ModelType type)
    {
        foreach (var (name, value) in input)
        {
            if (type.TryGetInput(name, out var field))
            {
                _path.Add(name);
                ValidateValue(value, field.Type, field.Constraint);
                _path.RemoveAt(_path.Count - 1);
            }
        }
    }

    private void ValidateValue(object? value, FieldType type, Constraint? constraint)
    {
        if (value is null)
        {
            // Only an update gets here with null for what is never null: its inputs are optional, and absent is not null.
            if (!type.IsNullable)
            {
                Add(new ConstraintViolation(ValidationCode.Required, "may not be null"));
            }

            return;
        }

        switch (type)
        {
            case ListFieldType list:
                ValidateList((IReadOnlyList<object?>)value, list, constraint);
                break;
            case EmbeddedFieldType embedded:
                ValidateObject((InputObject)value, embedded.Object);
                break;
            case ScalarFieldType { Kind: ScalarKind.JSON }:
                ValidateJson(value);
                break;
            case ScalarFieldType scalar when constraint is not null:
                AddAll(scalar.Kind is ScalarKind.Int or ScalarKind.Long or ScalarKind.Float or ScalarKind.Decimal
                    ? constraint.CheckNumber(Convert.ToString(value, CultureInfo.InvariantCulture)!)
                    : value is string text ? constraint.CheckText(text) : []);
                break;
        }
    }

    private void ValidateList(IReadOnlyList<object?> values, ListFieldType list, Constraint? constraint)
    {
        if (constraint is not null)
        {
            AddAll(constraint.CheckCount(values.Count));
            if (constraint.UniqueItems && HasTwice(values, list.Element))
            {
                Add(new ConstraintViolation(ValidationCode.UniqueItems, "may not have an item twice"));
            }
        }

        for (var index = 0; index < values.Count; index++)
        {
            _path.Add(index.ToString(CultureInfo.InvariantCulture));
            ValidateValue(values[index], list.Element, constraint);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private static bool HasTwice(IReadOnlyList<object?> values, FieldType element)
    {
        var seen = new HashSet<BsonDocument>();
        foreach (var value in values)
        {
            using var writer = new BsonWriter();
            writer.WriteStartDocument();
            writer.WriteName("v"u8);
            InputWriter.WriteValue(writer, element, value);
            writer.WriteEndDocument();
            if (!seen.Add(writer.ToDocument()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Keys become names of elements, so they may be neither operators nor what BSON cannot hold.</summary>
    private void ValidateJson(object? value)
    {
        switch (value)
        {
            case InputObject members:
                foreach (var (name, member) in members)
                {
                    if (name.StartsWith('$') || name.Contains('\0', StringComparison.Ordinal))
                    {
                        Add(new ConstraintViolation(ValidationCode.Invalid, "may not have a key that begins with $ or holds a NUL"));
                    }

                    ValidateJson(member);
                }

                break;
            case IReadOnlyList<object?> items:
                foreach (var item in items)
                {
                    ValidateJson(item);
                }

                break;
        }
    }

    private void AddAll(ImmutableArray<ConstraintViolation> violations)
    {
        foreach (var violation in violations)
        {
            Add(violation);
        }
    }

    private void Add(ConstraintViolation violation)
    {
        ImmutableArray<string> path = [.. _path];
        _errors.Add(new PayloadError("ValidationError", $"{string.Join('.', path.Skip(1))} {violation.Message}.") { Path = path, Code = violation.Code });
    }
}
