using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Querying;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>
/// What a command's expressions are evaluated in: the values of variables, and the bounds. What is held at one time is at most <see cref="MaximumBytes"/>
/// (code 146), and every loop asks here whether the command may go on. One thread at a time.
/// </summary>
internal sealed class Evaluation
{
    /// <summary>MongoDB's bound for what one expression keeps.</summary>
    internal const long MaximumBytes = 100L << 20;

    /// <summary>What an element of a list costs besides its bytes.</summary>
    internal const int ElementBytes = 24;

    private const int WorkBetweenChecks = 1024;
    private const int BytesPerWork = 256;

    private readonly OperationContext _operation;
    private Operand?[] _variables;
    private long _held;
    private long _work;

    internal Evaluation(OperationContext operation, ReadOnlySpan<Operand?> variables)
    {
        _operation = operation;
        _variables = variables.ToArray();
        VariableCount = variables.Length;
    }

    /// <summary>How many slots are in use. Setting it back gives up those of expressions that are parsed anew.</summary>
    internal int VariableCount { get; set; }

    internal Operand? this[int slot]
    {
        get => _variables[slot];
        set => _variables[slot] = value;
    }

    /// <summary>Makes room for one more variable and gives back its slot.</summary>
    internal int AddVariable()
    {
        if (VariableCount == _variables.Length)
        {
            Array.Resize(ref _variables, 2 * _variables.Length);
        }

        return VariableCount++;
    }

    /// <summary>Evaluates for one document, of whose bytes the value may be a part.</summary>
    internal Operand? Run(Expression expression, ReadOnlyMemory<byte> document)
    {
        _variables[Scope.Root] = new Operand(BsonType.Document, document);
        _held = 0;
        return expression.Evaluate(this);
    }

    /// <summary>To be called for every step of a loop.</summary>
    internal void Work(long bytes = 0)
    {
        _work += 1 + bytes / BytesPerWork;
        if (_work >= WorkBetweenChecks)
        {
            _work = 0;
            _operation.Check();
        }
    }

    /// <summary>Refuses a value that grows beyond what may be held.</summary>
    internal void CheckSize(long bytes)
    {
        if (_held + bytes > MaximumBytes)
        {
            throw new StoreException(StoreErrorCode.ExceededExpressionMemory, $"An expression exceeded its memory limit of {MaximumBytes} bytes");
        }
    }

    /// <summary>Counts a value as held until <see cref="Release"/>, and gives back what to release.</summary>
    internal long Hold(Operand? value)
    {
        var bytes = ElementBytes + (value?.Length ?? 0);
        CheckSize(bytes);
        _held += bytes;
        return bytes;
    }

    internal void Release(long bytes) => _held -= bytes;
}
